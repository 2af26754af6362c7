import Evidence

/// The countries that a block names, one after the other, and how often each.
struct NamedCountries {
    /// As often as they are named, the last one last.
    private(set) var all: [EntityID] = []
    /// Each once, in the order in which they were first named.
    private var order: [EntityID] = []
    private var counts: [EntityID: Int] = [:]

    var count: Int { all.count }
    var isEmpty: Bool { all.isEmpty }
    var last: EntityID? { all.last }

    mutating func append(_ country: EntityID) {
        all.append(country)
        if counts.updateValue(counts[country, default: 0] + 1, forKey: country) == nil {
            order.append(country)
        }
    }

    /// The one named most, of several the one named first; `nil` without one.
    func most(besides others: Set<EntityID>) -> EntityID? {
        var best: (country: EntityID, count: Int)?
        for country in order where !others.contains(country) {
            let count = counts[country, default: 0]
            if best.map({ count > $0.count }) ?? true { best = (country, count) }
        }
        return best?.country
    }
}

import Evidence

extension Entity {
    /// One entity as several documents tell it, whatever their order.
    ///
    /// A curated record stands as it is. Of derived ones, what only some state counts; what they
    /// state differently is unknown. The name is the one that sorts first.
    static func combining(_ readings: [Entity]) -> Entity? {
        if let curated = readings.filter(\.isCurated).min(by: { $0.name < $1.name }) {
            return curated
        }
        guard var entity = readings.min(by: { $0.name < $1.name }) else { return nil }
        entity.jurisdiction = agreed(readings.compactMap(\.jurisdiction))
        entity.within = agreed(readings.compactMap(\.within))
        let tags = Set(readings.flatMap(\.localNames.keys))
        entity.localNames = Dictionary(
            uniqueKeysWithValues: tags.compactMap { tag in
                readings.compactMap { $0.localNames[tag] }.min().map { (tag, $0) }
            }
        )
        return entity
    }

    /// The value that all who state one agree on.
    private static func agreed<Value: Hashable>(_ values: [Value]) -> Value? {
        let distinct = Set(values)
        return distinct.count == 1 ? distinct.first : nil
    }
}

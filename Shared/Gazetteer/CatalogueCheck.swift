import Evidence

/// Finds what is wrong with entries, and leaves it out.
struct CatalogueCheck {
    private(set) var problems: [CatalogueError]

    init(problems: [CatalogueError] = []) {
        self.problems = problems
    }

    /// The countries, each code once.
    mutating func distinct(_ countries: [CountryEntry]) -> [CountryEntry] {
        var seen: Set<Jurisdiction> = []
        return countries.filter { country in
            guard seen.insert(country.code).inserted else {
                problems.append(.duplicateID(.country(country.code), files: ["countries.yaml"]))
                return false
            }
            return true
        }
    }

    /// The entries by id, each id once and with all that was added to it, without references that
    /// lead nowhere or in a circle.
    mutating func mend(
        _ entries: [GazetteerEntry],
        adding additions: [GazetteerAddition] = []
    ) -> [GazetteerEntry] {
        var known: [EntityID: GazetteerEntry] = [:]
        for entry in entries {
            if let other = known[entry.id] {
                problems.append(.duplicateID(entry.id, files: [other.place, entry.place].sorted()))
            } else {
                known[entry.id] = entry
            }
        }
        for addition in additions {
            guard let entry = known[addition.id] else {
                problems.append(
                    .malformed(
                        file: addition.file ?? "(code)",
                        entry: addition.id.rawValue,
                        reason: "adds names to an entity that no file has"
                    )
                )
                continue
            }
            known[addition.id] = entry.adding(addition)
        }
        let sorted = known.values.sorted { $0.id < $1.id }
        return sorted.map { mend($0, among: known) }
    }

    private mutating func mend(
        _ entry: GazetteerEntry,
        among known: [EntityID: GazetteerEntry]
    ) -> GazetteerEntry {
        var mended = entry
        if let within = entry.within, known[within] == nil {
            problems.append(
                .dangling(field: "within", target: within, entry: entry.id, file: entry.place)
            )
            mended.within = nil
        }
        for holding in entry.holdings where known[holding.holder] == nil {
            problems.append(
                .dangling(
                    field: "holder",
                    target: holding.holder,
                    entry: entry.id,
                    file: entry.place
                )
            )
            mended.holdings.removeAll { $0.holder == holding.holder }
        }
        if leadsBack(entry, among: known) {
            problems.append(.circular(entry.id, file: entry.place))
            mended.within = nil
        }
        return mended
    }

    private func leadsBack(
        _ entry: GazetteerEntry,
        among known: [EntityID: GazetteerEntry]
    ) -> Bool {
        var seen: Set<EntityID> = [entry.id]
        var next = entry.within
        while let id = next {
            guard seen.insert(id).inserted else { return true }
            next = known[id]?.within
        }
        return false
    }
}

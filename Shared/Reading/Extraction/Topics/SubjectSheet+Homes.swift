import Evidence

/// What the line and the page say of the country that a candidate is of.
extension SubjectSheet {
    /// What is known of the country of each candidate that is none.
    func addHomes(_ found: inout SubjectCandidates) {
        for place in found.all.indices {
            let id = found.all[place].id
            guard let home = context.country(of: id), home != id else { continue }
            let facts = Fact.homes(
                isLine: found.has(home, Fact.line),
                isFocus: found.has(home, Fact.focus),
                isPage: found.has(home, Fact.page),
                isScope: found.has(home, Fact.scope) || found.has(home, Fact.loose),
                isHeading: found.has(home, Fact.heading),
                isSupplier: context.supplierHomes.contains(home)
            )
            for fact in facts { found.add(at: place, fact) }
        }
    }
}

extension SubjectFact {
    fileprivate static func homes(
        isLine: Bool,
        isFocus: Bool,
        isPage: Bool,
        isScope: Bool,
        isHeading: Bool,
        isSupplier: Bool
    ) -> [EvidenceWord] {
        [
            isLine ? homeLine : nil, isFocus ? homeFocus : nil, isPage ? homePage : nil,
            isScope ? homeScope : nil, isHeading ? homeHeading : nil,
            isSupplier ? homeSupplier : nil,
        ]
        .compactMap(\.self)
    }
}

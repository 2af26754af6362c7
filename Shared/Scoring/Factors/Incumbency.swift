import Evidence

/// L7: how long the supplier is bound in, by the term and by how long it is told to be there.
///
/// Levels 3 and 4 by renewal are told by no claim; a loan of more than ten years gives 4.
enum Incumbency {
    static func level(of system: ScoredSystem, in around: Surroundings) -> Level {
        let isLoan = system.financiers.contains(where: \.isAdmitted)
        var told = system.terms.map {
            Told(
                value: ladder(years: $0.value, isLoan: isLoan),
                claims: $0.claims,
                isAdmitted: $0.isAdmitted
            )
        }
        if let served = served(system, around) { told.append(served) }
        return .told(told)
    }

    private static func ladder(years: Double, isLoan: Bool) -> Int {
        if isLoan, years > 10 { return 4 }
        return years < 3 ? 0 : years < 5 ? 1 : 2
    }

    /// From the first event that is told of the deployment to the last.
    private static func served(_ system: ScoredSystem, _ around: Surroundings) -> Told<Int>? {
        let tellings = system.group.undisputed.compactMap { claim -> (PartialDate, ClaimID)? in
            guard
                let deployment = claim.deployment, let date = deployment.value.date,
                !deployment.value.suppliers.isEmpty, around.asOf.hasReached(date),
                around.corroboration.admits(claim)
            else { return nil }
            switch deployment.value.status {
            case .contracted, .financed, .underConstruction, .operational: return (date, claim.id)
            default: return nil
            }
        }
        guard let first = tellings.map(\.0).min(), let last = tellings.map(\.0).max() else {
            return nil
        }
        let years = Double(last.dayNumber - first.dayNumber) / 365.25
        guard years >= 3 else { return nil }
        return Told(
            value: ladder(years: years, isLoan: false),
            claims: tellings.map(\.1).sorted(),
            isAdmitted: system.isEvidenced
        )
    }
}

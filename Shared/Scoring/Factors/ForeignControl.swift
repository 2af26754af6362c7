import Evidence

/// D1: foreign control of the supplier or operator.
///
/// The worst provider counts. A supplier that the government withholds counts as the methodology
/// says, and as wholly foreign at worst, until it is disclosed.
enum ForeignControl {
    static func level(of system: ScoredSystem, in around: Surroundings) -> Level {
        let admitted = system.providers.filter(\.isAdmitted)
        let lo = Level.worst(of: admitted.map { .known($0.hold.level, claims: $0.allClaims) })
        guard system.suppliers.contains(where: \.isAdmitted) else {
            return withoutSupplier(system, operators: admitted.isEmpty ? nil : lo, in: around)
        }
        let most = system.providers.map(\.holdMost.level).max() ?? 4
        return Level(lo: lo.lo, hi: most, claims: lo.claims)
    }

    private static func withoutSupplier(
        _ system: ScoredSystem,
        operators: Level?,
        in around: Surroundings
    ) -> Level {
        var lo = operators ?? Level(lo: 0, hi: 4)
        let isHidden = system.isSupplierWithheld?.isAdmitted == true
        if isHidden, around.mutation != .withheldForgotten {
            let claims = system.isSupplierWithheld?.claims ?? []
            let withheld = Level.known(around.methodology.withheld.control, claims: claims)
            lo = .worst(of: [lo, withheld])
        }
        return Level(lo: lo.lo, hi: 4, claims: lo.claims)
    }
}

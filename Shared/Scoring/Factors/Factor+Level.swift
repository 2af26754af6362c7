import Evidence

extension Factor {
    /// The level that the factor gives a deployment by itself; L2 also needs its neighbours, and
    /// L1 and L8 are of all deployments together.
    func level(
        of system: ScoredSystem,
        _ hands: ForeignHands,
        in around: Surroundings
    ) -> Level {
        switch self {
        case .d1: ForeignControl.level(of: system, in: around)
        case .d2: Compellability.level(of: system, in: around)
        case .d3: StateLeverage.level(of: system, in: around)
        case .d4: Custody.level(of: system, hands, in: around)
        case .d6: PrivilegedAccess.level(of: system, hands, in: around)
        case .d7: StateFinance.level(of: system, in: around)
        case .d8: AssuranceFailure.level(of: system, hands, in: around)
        case .d10: UpstreamChokepoint.level(of: system, in: around)
        case .l3, .l4: Portability.level(self, of: system, in: around)
        case .l5: AwardWithoutCompetition.level(of: system, in: around)
        case .l6: CapturedOperation.level(of: system, in: around)
        case .l7: Incumbency.level(of: system, in: around)
        case .l1, .l2, .l8: .unknown
        }
    }
}

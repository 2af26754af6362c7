import Evidence

extension GovernmentFunction {
    /// How many functions there are.
    static let count = allCases.count

    /// Its place in `allCases`.
    var index: Int {
        switch self {
        case .identity: 0
        case .publicSafety: 1
        case .administration: 2
        case .networks: 3
        case .treasury: 4
        case .health: 5
        case .socialProtection: 6
        case .education: 7
        case .elections: 8
        case .land: 9
        case .transportUtilities: 10
        }
    }
}

/// One of the two scores; neither reads the other.
package enum Dimension: String, Codable, Hashable, Sendable, CaseIterable {
    case dataSovereignty = "data-sovereignty"
    case lockIn = "lock-in"

    package var factors: [Factor] {
        switch self {
        case .dataSovereignty: Factor.dataSovereignty
        case .lockIn: Factor.lockIn
        }
    }
}

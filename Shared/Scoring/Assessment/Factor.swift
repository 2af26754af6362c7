/// One question that is asked of every deployment (or of all of them together).
///
/// The letters say which score it is part of: `D` data-sovereignty exposure, `L` lock-in. There
/// is no D5 and no D9: sensitivity is the weight of a function, a safeguard changes other levels.
package enum Factor: String, Codable, Hashable, Sendable, CaseIterable, CodingKeyRepresentable {
    case d1 = "D1"
    case d2 = "D2"
    case d3 = "D3"
    case d4 = "D4"
    case d6 = "D6"
    case d7 = "D7"
    case d8 = "D8"
    case d10 = "D10"
    case l1 = "L1"
    case l2 = "L2"
    case l3 = "L3"
    case l4 = "L4"
    case l5 = "L5"
    case l6 = "L6"
    case l7 = "L7"
    case l8 = "L8"

    /// Those of data-sovereignty exposure, in the order they are published.
    package static let dataSovereignty: [Factor] = [.d1, .d2, .d3, .d4, .d6, .d7, .d8, .d10]

    /// Those of lock-in exposure, in the order they are published.
    package static let lockIn: [Factor] = [.l1, .l2, .l3, .l4, .l5, .l6, .l7, .l8]

    /// Its place in `allCases`.
    var index: Int {
        switch self {
        case .d1: 0
        case .d2: 1
        case .d3: 2
        case .d4: 3
        case .d6: 4
        case .d7: 5
        case .d8: 6
        case .d10: 7
        case .l1: 8
        case .l2: 9
        case .l3: 10
        case .l4: 11
        case .l5: 12
        case .l6: 13
        case .l7: 14
        case .l8: 15
        }
    }

    /// Whether the factor is a property of all deployments together, not of each.
    package var isOfTheSet: Bool {
        switch self {
        case .l1, .l8: true
        default: false
        }
    }

    /// The factors of a score that have a cell in each function.
    package static func ofGrid(_ dimension: Dimension) -> [Factor] {
        switch dimension {
        case .dataSovereignty: dataSovereignty
        case .lockIn: [.l2, .l3, .l4, .l5, .l6, .l7]
        }
    }
}

import Evidence
import Scoring

/// An alert that stands, as the pages tell it.
struct AlertView {
    var subjectName: String
    var subjectHref: String
    var alertText: String
    var raisedText: String

    init(_ alert: AlertItem) {
        subjectName = alert.subjectName ?? alert.subject.rawValue
        subjectHref = Links.subject(alert.subject)
        alertText = Self.text(alert)
        raisedText = alert.raised
    }

    /// How many alerts a page lists at the most; the API has all of them.
    static let listedMax = 10

    private static func text(_ alert: AlertItem) -> String {
        let score = alert.dimension == Dimension.lockIn.rawValue ? "L" : "D"
        let value = Figure.oneDecimal(alert.value)
        let limit = Figure.oneDecimal(alert.limit)
        switch AlertRule.Kind(rawValue: alert.kind) {
        case .threshold?: return "\(score) is at \(value), at or above \(limit)"
        case .jump?: return "\(score) rose by \(limit) or more, to \(value)"
        case .floor?: return "the floor of \(score) is E\(Int(alert.value))"
        case .foreignControl?:
            let functions = (alert.functions ?? []).map { $0.title.lowercased() }
            return "a provider under foreign control is known in one of: "
                + functions.joined(separator: "; ")
        case nil: return alert.rule
        }
    }
}

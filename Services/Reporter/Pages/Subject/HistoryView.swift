import Evidence
import Scoring

/// One published score in a subject's history, as the page tells it.
struct HistoryView {
    var dateText: String
    var sovereigntyText: String
    var dependenceText: String
    var causeText: String
    var versionText: String
    var movedText: String
    var marks: [QuoteRegister.Mark]

    /// How many scores the page lists; the API has all of them.
    static let listedMax = 20

    init(_ item: HistoryItem, marks: [QuoteRegister.Mark]) {
        dateText = Self.dates(item)
        sovereigntyText = Self.figures(item.dataSovereignty, item.change, .dataSovereignty)
        dependenceText = Self.figures(item.lockIn, item.change, .lockIn)
        causeText = Self.causes(item)
        versionText = item.methodology ?? ""
        let count = item.change?.movingClaims.count ?? 0
        movedText = count == 0 ? "" : Wording.count(count, "claim")
        self.marks = marks
    }

    private static func dates(_ item: HistoryItem) -> String {
        guard let first = item.asOf, let last = item.asOfLast else {
            return String(item.time.prefix(10))
        }
        return first == last ? first : "\(first) – \(last)"
    }

    private static func figures(
        _ figures: SubjectItem.Figures?,
        _ change: AssessmentChange?,
        _ dimension: Dimension
    ) -> String {
        let score = change?.scores.first { $0.dimension == dimension }
        let now = figures.map { Figure.oneDecimal($0.evidenced) } ?? "no score"
        guard let before = score?.before.map({ Figure.oneDecimal($0.evidenced) }), before != now
        else { return now }
        return "\(before) → \(now)"
    }

    private static func causes(_ item: HistoryItem) -> String {
        guard item.dataSovereignty != nil else { return "nothing is said of it any more" }
        guard let change = item.change else { return "first known here" }
        guard change.scores.contains(where: { $0.before != nil }) else { return "first score" }
        let words = change.causes.map { cause in
            switch cause {
            case .evidence: "evidence"
            case .date: "date"
            case .methodology: "another methodology"
            case .profile: "other weights"
            }
        }
        return Wording.list(words)
    }
}

import Evidence
import GRDB

/// What people decided about who is who, the latest first.
enum JudgementList: Listing {
    static let columns = "judgement.*"
    static let tables = "judgement"

    static let filters: [ListFilter] = [
        .equal("action", "judgement.action", "merge, split or undo."),
        .equal("author", "judgement.author", "Who decided."),
        ListFilter("entity", "The id of an entity that it is about.") { value in
            SQL("\(value) IN (judgement.\"left\", judgement.\"right\")")
        },
    ]

    static let sorts = ["recorded": "judgement.recorded", "author": "judgement.author"]
    static let order = "judgement.recorded DESC, judgement.id"

    static func item(_ row: Row) throws -> Judgement { try JudgementRows.judgement(row) }
}

extension Judgement: CSVRow {
    static let columns = [
        "id", "action", "left", "right", "undoes", "author", "reason", "recorded",
    ]

    var fields: [CSVTable.Field] {
        [
            .text(id), .text(action.rawValue), .init(left?.rawValue), .init(right?.rawValue),
            .init(undoes), .text(author), .text(reason), .text(recorded),
        ]
    }
}

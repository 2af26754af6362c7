import Evidence
import Foundation
import GRDB

/// The claims that stand, each with its quote.
enum ClaimList: Listing {
    static let columns = """
        claim.record, document.title, document.publisher, document.published,
        (SELECT name FROM entity WHERE entity.id = claim.subject) AS subjectName
        """

    static let tables = "claim LEFT JOIN document ON document.id = claim.document"

    static let filters: [ListFilter] = [
        .equal("subject", "claim.subject", "The id of the entity that the claim is about."),
        ListFilter("entity", "The id of an entity that the claim names.") { id in
            SQL("claim.id IN (SELECT claim FROM claimParty WHERE entity = \(id))")
        },
        .equal("document", "claim.document", "The id of the document that the claim is in."),
        ListFilter("kind", "deployment, relation, incident or statement, or one sort of them.") {
            kind in
            SQL("(claim.kind = \(kind) OR claim.kind LIKE \("\(kind):%"))")
        },
        .equal("polarity", "claim.polarity", "asserted or denied."),
        .equal("assertion", "claim.assertion", "asserted, reported or rumour."),
        .contains("q", "claim.quote", "Text in the quote."),
    ]

    static let sorts = [
        "id": "claim.id",
        "kind": "claim.kind",
        "subject": "claim.subject",
        "published": "document.published",
    ]

    static let order = "claim.document, claim.start, claim.id"

    static func item(_ row: Row) throws -> ClaimItem {
        ClaimItem(
            claim: try JSONDecoder().decode(Claim.self, from: row["record"]),
            subjectName: row["subjectName"],
            title: row["title"],
            publisher: row["publisher"],
            published: row["published"]
        )
    }
}

/// A claim, with what one needs to read it.
struct ClaimItem: Encodable, Sendable {
    var claim: Claim
    var subjectName: String?
    var title: String?
    var publisher: String?
    var published: String?

    private enum CodingKeys: String, CodingKey {
        case kind, subject, subjectName, documentTitle, documentPublisher, documentPublished
    }

    func encode(to encoder: any Encoder) throws {
        try claim.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(claim.content.kindName, forKey: .kind)
        try container.encode(claim.content.subject, forKey: .subject)
        try container.encode(subjectName, forKey: .subjectName)
        try container.encode(title, forKey: .documentTitle)
        try container.encode(publisher, forKey: .documentPublisher)
        try container.encode(published, forKey: .documentPublished)
    }
}

extension ClaimItem: CSVRow {
    static let columns = [
        "id", "kind", "subject", "subject_name", "polarity", "assertion", "attribution", "quote",
        "document", "start", "end", "document_title", "publisher", "published", "reliability",
        "credibility", "rule",
    ]

    var fields: [CSVTable.Field] {
        [
            .text(claim.id.rawValue), .text(claim.content.kindName),
            .text(claim.content.subject.rawValue), .init(subjectName),
            .text(claim.polarity.rawValue), .text(claim.assertion.rawValue),
            .init(claim.attribution), .text(claim.quote.text),
            .text(claim.quote.document.rawValue), .count(claim.quote.range.lowerBound),
            .count(claim.quote.range.upperBound), .init(title), .init(publisher),
            .init(published), .text(claim.source.reliability.rawValue),
            .count(claim.source.credibility), .text(claim.rule),
        ]
    }
}

import GRDB

/// Everything that was handed in, with what became of it.
enum DocumentList: Listing {
    static let columns = """
        document.*, \(state) AS current, documentReading.language AS readLanguage,
        documentReading.reader, documentReading.gazetteer,
        (SELECT count(*) FROM claim WHERE claim.document = document.id) AS claims
        """

    static let tables = """
        document LEFT JOIN documentReading ON documentReading.document = document.id
        """

    /// `accepted`, `read` or `rejected`.
    private static let state = """
        CASE WHEN state = 'accepted' AND documentReading.document IS NOT NULL
        THEN 'read' ELSE state END
        """

    static let filters: [ListFilter] = [
        .contains(
            "q",
            "(ifnull(document.title, '') || char(10) || ifnull(document.publisher, '') "
                + "|| char(10) || document.origin)",
            "Text in its title, publisher or origin."
        ),
        .equal("state", state, "accepted, read or rejected."),
        .equal("language", "document.language", "A BCP 47 tag."),
        .equal("publisher", "document.publisher", "Who published it, as it was given."),
        .equal("reliability", "document.reliability", "A to F."),
    ]

    static let sorts = [
        "id": "document.id",
        "title": "document.title",
        "publisher": "document.publisher",
        "published": "document.published",
        "claims": "claims",
        "state": "current",
    ]

    static let order = "document.id"

    static func item(_ row: Row) -> DocumentItem {
        DocumentItem(row)
    }
}

/// A document without its text.
struct DocumentItem: Encodable, Sendable {
    var id: String
    /// `accepted`, `read` or `rejected`.
    var state: String
    var origin: String
    var title: String?
    var mediaType: String?
    var language: String?
    var publisher: String?
    var published: String?
    var reliability: String?
    var credibility: Int?
    /// The text's length in Unicode scalars.
    var scalars: Int?
    var segments: Int?
    var reason: String?
    var detail: String?
    var reader: String?
    var gazetteer: String?
    /// How many claims rest on it.
    var claims: Int

    init(_ row: Row) {
        id = row["id"]
        state = row["current"]
        origin = row["origin"]
        title = row["title"]
        mediaType = row["mediaType"]
        language = row["readLanguage"] ?? row["language"]
        publisher = row["publisher"]
        published = row["published"]
        reliability = row["reliability"]
        credibility = row["credibility"]
        scalars = row["scalars"]
        segments = row["segments"]
        reason = row["reason"]
        detail = row["detail"]
        reader = row["reader"]
        gazetteer = row["gazetteer"]
        claims = row["claims"]
    }

    /// What to call it: its title, else where it came from.
    var heading: String {
        if let title, !title.isEmpty { return title }
        return origin
    }
}

extension DocumentItem: CSVRow {
    static let columns = [
        "id", "state", "origin", "title", "media_type", "language", "publisher", "published",
        "reliability", "credibility", "scalars", "claims", "reason", "detail",
    ]

    var fields: [CSVTable.Field] {
        [
            .text(id), .text(state), .text(origin), .init(title), .init(mediaType),
            .init(language), .init(publisher), .init(published), .init(reliability),
            .init(credibility), .init(scalars), .count(claims), .init(reason), .init(detail),
        ]
    }
}

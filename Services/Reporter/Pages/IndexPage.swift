import Evidence
import Hummingbird

/// A list that can be searched and leafed through: of documents or of entities.
struct IndexPage {
    var indexTitle: String
    var action: String
    var query: String
    var totalText: String
    var lines: [Line]
    var previousHref: String?
    var nextHref: String?

    struct Line {
        var lineHref: String
        var lineLabel: String
        var lineFacts: String
    }

    init(_ page: Page<DocumentItem>, _ request: Request) {
        self.init(title: "Documents", path: "/documents", page, request)
        lines = page.items.map { document in
            let grade = [document.reliability, document.credibility.map(String.init)]
                .compactMap(\.self).joined()
            let facts = [
                document.publisher, document.published, grade.isEmpty ? nil : "grade \(grade)",
                document.state == "rejected" ? nil : Wording.count(document.claims, "claim"),
                document.state,
            ]
            return Line(
                lineHref: Links.document(DocumentID(rawValue: document.id)),
                lineLabel: document.heading,
                lineFacts: facts.compactMap(\.self).joined(separator: " · ")
            )
        }
    }

    init(_ page: Page<EntityItem>, _ request: Request) {
        self.init(title: "Entities", path: "/entities", page, request)
        lines = page.items.map { item in
            let facts = [
                Wording.words(item.entity.kind.rawValue), item.entity.jurisdiction?.rawValue,
                Wording.count(item.claims, "claim"),
            ]
            return Line(
                lineHref: Links.entity(item.entity.id),
                lineLabel: item.entity.name,
                lineFacts: facts.compactMap(\.self).joined(separator: " · ")
            )
        }
    }

    private init(title: String, path: String, _ page: Page<some Encodable>, _ request: Request) {
        indexTitle = title
        action = path
        query = request.queryValue("q") ?? ""
        let first = page.items.isEmpty ? 0 : page.offset + 1
        totalText =
            "\(first)–\(page.offset + page.items.count) of \(Figure.grouped(page.total))"
        lines = []
        let kept = (request.uri.query ?? "").split(separator: "&")
            .filter { !$0.hasPrefix("offset=") }
        func href(_ offset: Int) -> String {
            "\(path)?" + (kept + ["offset=\(offset)"]).joined(separator: "&")
        }
        previousHref = page.offset > 0 ? href(max(0, page.offset - page.limit)) : nil
        nextHref = page.offset + page.limit < page.total ? href(page.offset + page.limit) : nil
    }
}

import Evidence

/// A document's text with what was read in it.
struct DocumentPage {
    var documentTitle: String
    var stateText: String
    var isRejected: Bool
    var rejection: String
    var facts: [Fact]
    var hasText: Bool
    var pieces: [PassageMarking.Piece]
    var claims: [ClaimLine]
    var hasClaims: Bool
    var languageTag: String
    var apiHref: String

    /// Something that is known of the document.
    struct Fact {
        var factName: String
        var factText: String
    }

    /// A claim beside the text.
    struct ClaimLine {
        var number: Int
        var claimText: String
        var claimHref: String
        var ruleText: String
        var parties: [LinkView]
    }

    init(_ detail: DocumentDetail) {
        let document = detail.document
        let id = DocumentID(rawValue: document.id)
        let wording = ClaimWording(names: detail.names)
        documentTitle = document.heading
        stateText = document.state
        isRejected = document.state == "rejected"
        rejection = [document.reason, document.detail].compactMap(\.self).joined(separator: ": ")
        facts = Self.facts(document)
        hasText = detail.text != nil
        pieces = PassageMarking.pieces(of: detail.text ?? "", claims: detail.claims)
        claims = detail.claims.enumerated().map { index, claim in
            ClaimLine(
                number: index + 1,
                claimText: wording.text(claim),
                claimHref: "#" + Links.anchor(claim.id),
                ruleText: claim.rule,
                parties: claim.content.parties.reduce(into: []) { links, id in
                    let link = LinkView(label: wording.name(id), href: Links.entity(id))
                    if !links.contains(where: { $0.href == link.href }) { links.append(link) }
                }
            )
        }
        hasClaims = !claims.isEmpty
        languageTag = document.language ?? ""
        apiHref = "/api/v1" + Links.document(id)
    }

    private static func facts(_ document: DocumentItem) -> [Fact] {
        let grade = [document.reliability, document.credibility.map(String.init)]
            .compactMap(\.self).joined()
        let values: [(String, String?)] = [
            ("Publisher", document.publisher), ("Published", document.published),
            ("Source grade (Admiralty)", grade.isEmpty ? nil : grade),
            ("Language", document.language), ("Origin", document.origin),
            ("Length", document.scalars.map { Wording.count($0, "character") }),
            ("SHA-256", document.id),
        ]
        return values.map { Fact(factName: $0, factText: $1 ?? "unknown") }
    }
}

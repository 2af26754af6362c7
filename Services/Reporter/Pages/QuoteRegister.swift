import Evidence

/// Numbers the quotes of a page in the order in which the page first refers to them.
struct QuoteRegister {
    private let claims: [ClaimID: Claim]
    private let documents: [String: DocumentItem]
    private let wording: ClaimWording
    private var order: [ClaimID] = []
    private var numbers: [ClaimID: Int] = [:]

    init(claims: [Claim], documents: [String: DocumentItem], names: [String: String]) {
        self.claims = Dictionary(claims.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        self.documents = documents
        wording = ClaimWording(names: names)
    }

    /// A reference to a quote of the same page.
    struct Mark {
        var number: Int
        var preview: String
    }

    /// The references for claims; those whose text has not arrived are left out.
    mutating func marks(_ ids: some Sequence<ClaimID>) -> [Mark] {
        ids.compactMap { id in
            guard let claim = claims[id] else { return nil }
            return Mark(number: number(of: id), preview: claim.quote.text)
        }
    }

    private mutating func number(of id: ClaimID) -> Int {
        if let number = numbers[id] { return number }
        order.append(id)
        numbers[id] = order.count
        return order.count
    }

    /// The quotes that were referred to, in order.
    var quotes: [QuoteView] {
        order.compactMap { claims[$0] }.map { claim in
            QuoteView(
                claim,
                number: numbers[claim.id] ?? 0,
                document: documents[claim.quote.document.rawValue],
                wording: wording
            )
        }
    }
}

/// A claim with its quote and where that stands.
struct QuoteView {
    var number: Int
    var claimText: String
    var quoteText: String
    var passageHref: String
    var documentTitle: String
    /// Publisher and date, as far as they are known.
    var provenance: String
    /// Reliability and credibility on the Admiralty scale: `B2`.
    var grade: String
    var gradeMeaning: String
    /// How firmly it is said, and by whom, where it is not plainly the document.
    var voice: String?

    init(_ claim: Claim, number: Int, document: DocumentItem?, wording: ClaimWording) {
        self.number = number
        claimText = wording.text(claim)
        quoteText = claim.quote.text
        passageHref = Links.passage(claim)
        documentTitle = document?.heading ?? "document \(claim.quote.document.rawValue.prefix(12))"
        provenance = [
            claim.source.publisher ?? "publisher unknown",
            claim.source.published?.description ?? "date unknown",
        ].joined(separator: ", ")
        grade = "\(claim.source.reliability.rawValue)\(claim.source.credibility)"
        gradeMeaning = Self.meaning(claim.source)
        voice = Self.voice(claim)
    }

    private static func voice(_ claim: Claim) -> String? {
        var parts: [String] = []
        if claim.polarity == .denied { parts.append("a denial") }
        switch claim.assertion {
        case .asserted: break
        case .reported: parts.append("reported by someone unnamed")
        case .rumour: parts.append("a rumour")
        }
        if let attribution = claim.attribution { parts.append("according to “\(attribution)”") }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    private static func meaning(_ grade: SourceGrade) -> String {
        let reliability =
            switch grade.reliability {
            case .a: "completely reliable"
            case .b: "usually reliable"
            case .c: "fairly reliable"
            case .d: "not usually reliable"
            case .e: "unreliable"
            case .f: "of unknown reliability"
            }
        let credibility =
            switch grade.credibility {
            case 1: "confirmed"
            case 2: "probably true"
            case 3: "possibly true"
            case 4: "doubtful"
            case 5: "improbable"
            default: "not to be judged"
            }
        return "source \(reliability), information \(credibility)"
    }
}

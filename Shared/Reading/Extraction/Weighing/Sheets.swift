import Evidence

/// The evidence on one line: for parts, buyers and kinds of systems; what follows from it is
/// worked out once.
final class Sheets {
    private let document: DocumentLines
    let line: CueLine
    let context: DocumentContext
    let drafts: [Draft]
    let part: PartSheet
    let buyer: BuyerSheet
    let kind: KindSheet
    let amount: AmountSheet
    let status: StatusSheet
    private var parts: [Int: EvidenceSet] = [:]
    private var buyers: [Int: [EntityID: Double]] = [:]
    private var kinds: [Int: [SystemCategory: Double]] = [:]

    /// The drafts are those of the rules that the line tells of, by their numbers.
    init(_ document: DocumentLines, at: Int, context: DocumentContext, drafts numbers: [Int]) {
        self.document = document
        line = document.lines[at]
        self.context = context
        drafts = numbers.map { document.drafts[$0] }
        let recipients = numbers.map { document.recipients[$0] }
        part = PartSheet(document: document, at: at, context: context, drafts: drafts)
        buyer = BuyerSheet(
            document: document,
            at: at,
            context: context,
            drafts: drafts,
            recipients: recipients
        )
        amount = AmountSheet(document: document, at: at, drafts: drafts)
        status = StatusSheet(document: document, at: at, drafts: drafts)
        kind = KindSheet(
            document: document,
            at: at,
            context: context,
            drafts: drafts,
            recipients: recipients
        )
    }

    /// How likely the party at a place has a part.
    func chance(of choice: Weights.Choice, at place: Int, _ weights: Weights) -> Double {
        let evidence = parts[place] ?? part.evidence(at: place)
        parts[place] = evidence
        return weights.probability(of: choice, evidence)
    }

    /// How likely a deal of the party at a place is for each candidate.
    func buyers(at place: Int, _ weights: Weights) -> [EntityID: Double] {
        if let found = buyers[place] { return found }
        let found = weights.probabilities(of: .buyer, buyer.candidates(for: place))
        buyers[place] = found
        return found
    }

    /// How likely each kind of system is what the party at a place supplies.
    func kinds(at place: Int, _ weights: Weights) -> [SystemCategory: Double] {
        if let found = kinds[place] { return found }
        let found = weights.probabilities(of: .kind, kind.candidates(for: place))
        kinds[place] = found
        return found
    }

    /// Whether somebody is named in the line or before it, or nowhere by name.
    func isNamed(_ id: EntityID) -> Bool {
        document.starts[id].map { $0 < line.range.upperBound } ?? true
    }

    /// Whom a draft of the rules is for, by the rules.
    func recipients(of number: Int) -> [EntityID] { document.recipients[number] }

    /// Whether the rules found deals in the line whose words name different buyers.
    var tellsBuyersApart: Bool {
        Set(drafts.compactMap { $0.recipients.first?.entity }).count > 1
    }

    /// Whether a draft of the rules is one of several in the line whose words name other buyers and
    /// other kinds of systems: which words are of which deal, the rules know.
    func tellsKindApart(_ number: Int) -> Bool {
        let draft = document.drafts[number]
        guard draft.categoryWeight >= 3, let buyer = draft.recipients.first?.entity else {
            return false
        }
        return drafts.contains { other in
            other.categoryWeight >= 3 && other.category != draft.category
                && other.recipients.first.map { $0.entity != buyer } == true
        }
    }

    /// What the line calls a system of a kind, the nearest to a place.
    func system(of kind: SystemCategory, nearest place: Int) -> String? {
        let own = line.cues.indices.filter { line.cues[$0].system?.category == kind }
        guard let spot = own.min(by: { abs($0 - place) < abs($1 - place) }) else { return nil }
        return context.text.string(line.cues[spot].range)
    }

    /// Adds to a draft the date that the line gives, where there is only one.
    func describe(_ draft: inout Draft) {
        let tokens = LexemeReader.tokens(of: context.text, in: line.range)
        let dates = context.quantities.quantities(in: tokens).compactMap { quantity in
            if case .date(let date) = quantity.value { date } else { nil }
        }
        if dates.count == 1 { draft.date = dates.first }
    }
}

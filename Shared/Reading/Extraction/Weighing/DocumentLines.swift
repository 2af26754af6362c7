import Evidence

/// A document's lines, with what is asked of all of them, found once.
struct DocumentLines {
    let lines: [CueLine]
    /// Nothing yet, of the kind that the weights are for.
    let blank: EvidenceSet
    /// How often each entity is named.
    let counts: [EntityID: Int]
    /// Where each entity is named first.
    let starts: [EntityID: Int]
    /// What the rules found, before anything is weighed.
    private(set) var drafts: [Draft] = []
    /// Whom each of these drafts is for.
    private(set) var recipients: [[EntityID]] = []
    /// The deals among them, in the order of the text.
    private(set) var deals: [ToldDeal] = []
    /// Who supplies something, and who pays for something, by the rules.
    private(set) var suppliers: Set<EntityID> = []
    private(set) var payers: Set<EntityID> = []
    /// Of each kind of government, whom the document names most, if more than once.
    let foremost: [EntityID]
    /// The first of each kind that the document names.
    let first: [EntityID]
    /// The governments that each block names.
    private let named: [Int: [EntityID]]
    /// What the words of the first block and of each heading are called.
    private let words: [Int: Set<EvidenceWord>]
    private var ties: [EntityID: [RelationDraft]] = [:]
    /// Where the deals stand in which each party has a part.
    private var supplied: [EntityID: DealSpan] = [:]
    private var paid: [EntityID: DealSpan] = [:]
    private var bought: [EntityID: DealSpan] = [:]
    /// For whom each supplier's deals are, in the order of the text.
    private var buyers: [EntityID: [EntityID]] = [:]
    private var sales: [[EntityID]: DealSpan] = [:]

    /// From how many different words on a block's further lines are left out.
    private static let wordsMax = 400
    /// How many buyers of one supplier are told apart.
    private static let buyersMax = 100

    init(
        _ lines: [CueLine],
        mentions: [Mention],
        context: DocumentContext,
        blank: EvidenceSet
    ) {
        self.lines = lines
        self.blank = blank
        counts = mentions.reduce(into: [:]) { $0[$1.entity, default: 0] += 1 }
        starts = mentions.reduce(into: [:]) { found, mention in
            found[mention.entity] = found[mention.entity] ?? mention.range.lowerBound
        }
        // Only of these blocks is it asked what their words are.
        let titles = Set(context.layout.blocks.flatMap(\.headings))
            .union(lines.first.map { [$0.block] } ?? [])
        var named: [Int: [EntityID]] = [:]
        var words: [Int: Set<EvidenceWord>] = [:]
        for line in lines {
            let own = line.cues.compactMap(\.mention).filter { Self.isBuyer($0) }
            named[line.block, default: []] += own.filter { $0.use != .demonym }.map(\.entity)
            if titles.contains(line.block), words[line.block, default: []].count < Self.wordsMax {
                words[line.block, default: []].formUnion(line.cues.flatMap(\.names))
            }
        }
        first = Self.first(mentions)
        self.named = named
        self.words = words
        foremost = Self.foremost(mentions, counts)
        takeDeals(from: context)
    }

    /// Takes over the deals and ties as they are now.
    mutating func takeDeals(from context: DocumentContext) {
        drafts = context.drafts
        recipients = DraftResolver(context: context).recipients()
        deals = zip(drafts, recipients).filter { $0.0.hasProvider }
            .map { ToldDeal($0, for: $1) }
            .sorted { $0.quote.lowerBound < $1.quote.lowerBound }
        supplied = Self.spans(deals, of: \.suppliers)
        paid = Self.spans(deals, of: \.payers)
        bought = Self.spans(deals, of: \.recipients)
        suppliers = Set(supplied.keys)
        payers = Set(paid.keys)
        (buyers, sales) = Self.sales(deals)
        ties = [:]
        for tie in context.relations {
            for end in Set([tie.relation.from, tie.relation.to]) {
                ties[end, default: []].append(tie)
            }
        }
    }

    /// The governments that a block names.
    func governments(in block: Int) -> [EntityID] { named[block] ?? [] }

    /// What the words of the first block or a heading are called.
    func names(in block: Int) -> Set<EvidenceWord> { words[block] ?? [] }

    /// The governments that the document's first line names.
    var title: [EntityID] {
        guard let first = lines.first else { return [] }
        return first.cues.compactMap(\.mention)
            .filter { Self.isBuyer($0) && $0.use != .demonym }.map(\.entity)
    }

    /// The ties that the rules found a party in.
    func ties(of party: EntityID) -> [RelationDraft] { ties[party] ?? [] }

    /// The last deal that the rules found before a place of the text.
    func deal(before position: Int) -> ToldDeal? {
        var low = 0
        var high = deals.count
        while low < high {
            let middle = (low + high) / 2
            if deals[middle].quote.lowerBound < position { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? deals[low - 1] : nil
    }

    /// Whether a party has a part in a deal that another place than a range tells of.
    func supplies(_ party: EntityID, outside range: Range<Int>) -> Bool {
        supplied[party]?.reaches(outside: range) ?? false
    }

    func pays(_ party: EntityID, outside range: Range<Int>) -> Bool {
        paid[party]?.reaches(outside: range) ?? false
    }

    func buys(_ party: EntityID, outside range: Range<Int>) -> Bool {
        bought[party]?.reaches(outside: range) ?? false
    }

    /// Whom the deals of a supplier are for that another place than a range tells of.
    func buyers(of supplier: EntityID, outside range: Range<Int>) -> [EntityID] {
        (buyers[supplier] ?? []).filter {
            sales[[supplier, $0]]?.reaches(outside: range) ?? false
        }
    }

    private static func spans(
        _ deals: [ToldDeal],
        of part: KeyPath<ToldDeal, [EntityID]>
    ) -> [EntityID: DealSpan] {
        var spans: [EntityID: DealSpan] = [:]
        for deal in deals {
            for id in deal[keyPath: part] { spans[id, default: DealSpan()].add(deal.quote) }
        }
        return spans
    }

    private static func sales(
        _ deals: [ToldDeal]
    ) -> (buyers: [EntityID: [EntityID]], sales: [[EntityID]: DealSpan]) {
        var buyers: [EntityID: [EntityID]] = [:]
        var sales: [[EntityID]: DealSpan] = [:]
        for deal in deals {
            for supplier in deal.suppliers {
                for buyer in deal.recipients {
                    let isNew = sales[[supplier, buyer]] == nil
                    if isNew, buyers[supplier, default: []].count >= buyersMax { continue }
                    if isNew { buyers[supplier, default: []].append(buyer) }
                    sales[[supplier, buyer], default: DealSpan()].add(deal.quote)
                }
            }
        }
        return (buyers, sales)
    }

    /// Whether somebody named may be whom a system is for.
    static func isBuyer(_ mention: Mention?) -> Bool {
        switch mention?.kind {
        case .country?, .territory?, .publicBody?, .organization?, .stateOwnedEnterprise?,
            .company?:
            true
        default: false
        }
    }

    private static func first(_ mentions: [Mention]) -> [EntityID] {
        [EntityKind.country, .territory, .publicBody, .stateOwnedEnterprise].compactMap { kind in
            mentions.first { $0.kind == kind && $0.use != .demonym }?.entity
        }
    }

    private static func foremost(_ mentions: [Mention], _ counts: [EntityID: Int]) -> [EntityID] {
        [EntityKind.country, .territory, .publicBody].compactMap { kind in
            Set(mentions.filter { $0.kind == kind && $0.use != .demonym }.map(\.entity))
                .filter { counts[$0, default: 0] > 1 }
                .max { (counts[$0, default: 0], $1) < (counts[$1, default: 0], $0) }
        }
    }
}

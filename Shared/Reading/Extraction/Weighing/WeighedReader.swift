import Evidence

/// Weighs the evidence for who has which part in the deals of a document.
///
/// Rules read what they know the grammar of. This looks at every name that may have a part, adds up
/// what speaks for and against it (``Weights``), takes away what the rules gave somebody with the
/// evidence against it, gives their deals the likeliest buyer and kind of system, and makes deals of
/// those whom no rule has given a part.
struct WeighedReader {
    let context: DocumentContext
    let lexicon: ReadingLexicon
    let mentions: [Mention]
    /// Capitalised words that may be names of companies, should the evidence say so.
    let possible: [Mention]
    let weights: Weights
    /// Whether the names of all evidence are kept.
    let isRecorded: Bool
    private let possibleByEntity: [EntityID: [Mention]]

    init(
        context: DocumentContext,
        lexicon: ReadingLexicon,
        mentions: [Mention],
        possible: [Mention],
        weights: Weights,
        isRecorded: Bool = false
    ) {
        self.context = context
        self.lexicon = lexicon
        self.mentions = mentions
        self.possible = possible
        self.weights = weights
        self.isRecorded = isRecorded
        possibleByEntity = Dictionary(grouping: possible, by: \.entity)
    }

    /// The probabilities from which something is done.
    private enum Limit {
        /// A party that no rule has given a part becomes a supplier.
        static let added = 0.3
        /// The same in a text of fewer lines than make a document, and for one who may be meant.
        static let alone = 0.6
        /// A supplier of the rules is one no longer, below this.
        static let dropped = 0.08
        /// The buyer of a deal that no rule has told.
        static let buyer = 0.3
        /// Both that supplier and that buyer.
        static let both = 0.2
        /// The buyer of a deal of the rules that gave it none.
        static let missing = 0.35
        /// How much likelier a buyer is than the rules' own.
        static let lead = 0.15
        /// The same where the rules' own only stands near the deal.
        static let guessLead = 0.05
        /// How much likelier a kind of system is than the rules' own.
        static let kindLead = 0.2
        /// The surest supplier of a document that tells of deals at all.
        static let told = 0.8
        /// The fewest lines of a text that may name vendors and governments and tell of no deal.
        static let lines = 6
        /// The sum of a deal that has none.
        static let amount = 0.4
        /// The status of a deal whose own words tell none.
        static let status = 0.4
        /// A status other than the rules'.
        static let otherStatus = 0.6
        /// A sum of the rules gives way, below this.
        static let doubtful = 0.1
    }

    func read(_ document: DocumentLines) {
        let lines = document.lines
        let byPlace = Self.byLine(context.drafts.map(\.quote), lines)
        var settled: Set<Int> = []
        var surest = 0.0
        var payers = Payers()
        for at in lines.indices
        where lines[at].cues.contains(where: { $0.party.map(Self.mayTakePart) == true }) {
            let own = byPlace[at]
            let sheets = Sheets(document, at: at, context: context, drafts: own)
            settle(own, sheets, &settled, &surest)
            let least = lines.count < Limit.lines ? Limit.alone : Limit.added
            let made = add(sheets, to: own, from: least, &surest)
            addPayers(sheets, at: at, to: own + made, in: document, &payers)
        }
        if surest < Limit.told, lines.count >= Limit.lines { forget() }
    }

    /// Drops the deals of a document in which nobody is a supplier for sure.
    ///
    /// Reviews, opinions and reports of bids name vendors beside governments too. What a form says
    /// stays.
    private func forget() {
        guard weights.knows(.supplier) else { return }
        context.drafts.removeAll { draft in
            !draft.suppliers.isEmpty && draft.financiers.isEmpty && draft.donors.isEmpty
                && !draft.rules.contains { $0.hasPrefix("form.") }
        }
    }

    /// The quotes that overlap each line, as indices.
    static func byLine(_ quotes: [Range<Int>], _ lines: [CueLine]) -> [[Int]] {
        var found = [[Int]](repeating: [], count: lines.count)
        let order = lines.indices.sorted { lines[$0].range.lowerBound < lines[$1].range.lowerBound }
        for (number, quote) in quotes.enumerated() {
            var low = 0
            var high = order.count
            while low < high {
                let middle = (low + high) / 2
                if lines[order[middle]].range.upperBound <= quote.lowerBound {
                    low = middle + 1
                } else {
                    high = middle
                }
            }
            while low < order.count, lines[order[low]].range.lowerBound < quote.upperBound {
                found[order[low]].append(number)
                low += 1
            }
        }
        return found
    }

    /// The document's lines, with the names and those words that may be names.
    func document() -> DocumentLines {
        let all = (mentions + possible).sorted { $0.range.lowerBound < $1.range.lowerBound }
        let lines = LineReader(
            context: context,
            lexicon: lexicon,
            mentions: all,
            guesses: Set(possible.map(\.range.lowerBound))
        )
        .lines()
        return DocumentLines(
            ReferenceReader(lines, context: context).read(),
            mentions: mentions,
            context: context,
            blank: weights.evidence(isNamed: isRecorded)
        )
    }

    /// The same lines with the deals as they are after weighing.
    func settled(_ document: DocumentLines) -> DocumentLines {
        var settled = document
        settled.takeDeals(from: context)
        return settled
    }

    /// Takes words for a name from here on.
    func adopt(_ id: EntityID) {
        for mention in context.adopted[context.adoptedSeen...] {
            context.adoptedEntities.insert(mention.entity)
        }
        context.adoptedSeen = context.adopted.count
        guard let own = possibleByEntity[id], !context.adoptedEntities.contains(id) else { return }
        context.adopted += own
    }

    // MARK: - What the rules told

    private func settle(
        _ drafts: [Int],
        _ sheets: Sheets,
        _ settled: inout Set<Int>,
        _ surest: inout Double
    ) {
        for number in drafts {
            let suppliers = places(of: context.drafts[number].suppliers, sheets)
            var places: [Int] = []
            for place in suppliers {
                guard let mention = sheets.line.cues[place].mention else { continue }
                let chance = sheets.chance(of: .supplier, at: place, weights)
                surest = max(surest, chance)
                if chance < Limit.dropped || sheets.line.isAside(at: place) {
                    context.drafts[number].suppliers.removeAll { $0.entity == mention.entity }
                    context.drafts[number].fire("weighed.dropped@1")
                } else {
                    places.append(place)
                }
            }
            if places.isEmpty, isDoubtfulLoan(context.drafts[number], sheets) {
                context.drafts[number].financiers = []
                context.drafts[number].fire("weighed.dropped@1")
                continue
            }
            let draft = context.drafts[number]
            if places.isEmpty, draft.suppliers.isEmpty {
                places = self.places(of: draft.financiers + draft.donors, sheets)
            }
            guard !places.isEmpty, !draft.isVendorOwned, settled.insert(number).inserted else {
                continue
            }
            settleBuyer(number, sheets, places)
            settleKind(number, sheets, places)
            settleAmount(number, sheets, places)
            settleStatus(number, sheets, places)
        }
    }

    /// Where the line names any of some parties.
    private func places(of parties: [Party], _ sheets: Sheets) -> [Int] {
        sheets.line.cues.indices.filter { place in
            let entity = sheets.line.cues[place].mention?.entity
            return entity != nil && parties.contains { $0.entity == entity }
        }
    }

    /// Gives a draft of the rules the likeliest buyer where it has none, or one with the evidence
    /// against it.
    private func settleBuyer(_ number: Int, _ sheets: Sheets, _ places: [Int]) {
        let draft = context.drafts[number]
        let told = sheets.recipients(of: number)
        guard told.count <= 1, !draft.recipients.contains(where: \.isGeneric),
            draft.recipients.isEmpty || !sheets.tellsBuyersApart
        else { return }
        let chances = mean(places.map { buyers(sheets, $0) })
        guard let best = Self.likeliest(chances), let party = context.party(best, surface: "")
        else { return }
        // What a rule read of a sentence is not overruled by somebody whom only a later one names.
        guard told.isEmpty || sheets.isNamed(best), !told.contains(best) else { return }
        let lead = chances[best, default: 0] - (told.first.flatMap { chances[$0] } ?? 0)
        let isGuess = draft.isBuyerGuessed && context.owner(of: draft.block) == nil
        let least = told.isEmpty ? Limit.missing : isGuess ? Limit.guessLead : Limit.lead
        guard lead >= least else { return }
        adopt(best)
        context.drafts[number].recipients = [party]
        context.drafts[number].isPublic = true
        context.drafts[number].fire("weighed.buyer@1")
    }

    /// Gives a draft of the rules the likeliest kind of system where its own has the evidence
    /// against it.
    private func settleKind(_ number: Int, _ sheets: Sheets, _ places: [Int]) {
        let chances = mean(places.map { kinds(sheets, $0) })
        let told = context.drafts[number].category
        guard let best = Self.likeliest(chances), best != told, !sheets.tellsKindApart(number),
            chances[best, default: 0] - chances[told, default: 0] >= Limit.kindLead
        else { return }
        context.drafts[number].category = best
        context.drafts[number].categoryWeight = max(1, context.drafts[number].categoryWeight)
        context.drafts[number].fire("weighed.kind@1")
    }

    /// Gives a draft the likeliest sum where it has none, or one with the evidence against it.
    private func settleAmount(_ number: Int, _ sheets: Sheets, _ places: [Int]) {
        guard weights.knows(.amount) else { return }
        let sums = sheets.amount.sums()
        let chances = mean(
            places.map { weights.probabilities(of: .amount, sheets.amount.candidates(for: $0)) }
        )
        let best = chances.max { ($0.value, $1.key) < ($1.value, $0.key) }
        guard let best, let sum = sums.first(where: { $0.start == best.key }),
            best.value >= Limit.amount
        else { return }
        if let told = context.drafts[number].money {
            guard let old = sums.first(where: { $0.money.value == told.value }),
                let chance = chances[old.start], chance < Limit.doubtful
            else { return }
        }
        context.drafts[number].money = sum.money
        context.drafts[number].fire("weighed.amount@1")
    }

    /// Says how far a deal has come, where no rule has or where the words are against the rule.
    ///
    /// What was cancelled, suspended or ended stays so, a memorandum a memorandum, a promise no
    /// contract, what is paid for is not delivered yet, and what a form says is not weighed.
    private func settleStatus(_ number: Int, _ sheets: Sheets, _ places: [Int]) {
        guard weights.knows(.status) else { return }
        let told = context.drafts[number].status
        let isField = context.drafts[number].rules.contains { $0.hasPrefix("form.") }
        guard ![.agreed, .financed, .cancelled, .suspended, .ended].contains(told),
            told == .unknown || !isField
        else { return }
        let chances = mean(
            places.map { weights.probabilities(of: .status, sheets.status.candidates(for: $0)) }
        )
        let least = told == .unknown ? Limit.status : Limit.otherStatus
        guard let best = Self.likeliest(chances), chances[best, default: 0] >= least,
            best != told, best != .agreed || ![.contracted, .planned].contains(told)
        else { return }
        context.drafts[number].status = best
        context.drafts[number].fire("weighed.status@1")
    }

    private func mean<Candidate: Hashable>(
        _ chances: [[Candidate: Double]]
    ) -> [Candidate: Double] {
        var sums: [Candidate: Double] = [:]
        for one in chances { sums.merge(one) { $0 + $1 } }
        return sums.mapValues { $0 / Double(max(1, chances.count)) }
    }

    // MARK: - What no rule told

    /// Whether a party of the line has its part in what a rule told there: the same buyer gets
    /// the same kind of system.
    private func isPart(of number: Int, _ buyer: EntityID, _ kind: SystemCategory) -> Bool {
        let draft = context.drafts[number]
        return draft.category == kind && draft.recipients.map(\.entity) == [buyer]
            && !draft.suppliers.isEmpty && !draft.isVendorOwned
            && !draft.rules.contains { $0.hasPrefix("form.") }
    }

    /// Adds what no rule told: to one of the drafts that the line tells, or as new drafts, whose
    /// indices it returns.
    private func add(
        _ sheets: Sheets,
        to told: [Int],
        from least: Double,
        _ surest: inout Double
    ) -> Range<Int> {
        let count = context.drafts.count
        if sheets.line.onlyTrains { return count..<count }
        let taken = Set(sheets.drafts.flatMap { $0.suppliers + $0.operators }.map(\.entity))
        // Several sums are those of several deals: the first lot to one, the second to another.
        let whole = sheets.line.cues.count { $0.money != nil } < 2 ? told : []
        var made: [Draft] = []
        for place in sheets.line.parties + sheets.line.references
        where !sheets.line.isDenied(beside: place) && !sheets.line.isAside(at: place) {
            guard let mention = sheets.line.cues[place].party, !taken.contains(mention.entity),
                let party = context.party(mention.entity, surface: mention.surface), party.canSupply
            else { continue }
            let chance = sheets.chance(of: .supplier, at: place, weights)
            surest = max(surest, chance)
            let isNamed = sheets.line.cues[place].reference == nil
            guard chance >= (isNamed ? least : Limit.alone) else { continue }
            let buyers = buyers(sheets, place)
            guard let best = Self.likeliest(buyers), buyers[best, default: 0] >= Limit.buyer,
                chance * buyers[best, default: 0] >= Limit.both,
                let recipient = context.party(best, surface: "")
            else { continue }
            adopt(mention.entity)
            let kind = Self.likeliest(kinds(sheets, place)) ?? .other
            if let same = made.firstIndex(where: {
                $0.recipients.first?.entity == best && $0.category == kind
            }) {
                made[same].add([party], to: \.suppliers)
                continue
            }
            if isNamed, let same = whole.first(where: { isPart(of: $0, best, kind) }) {
                context.drafts[same].add([party], to: \.suppliers)
                context.drafts[same].fire("weighed.part@1")
                continue
            }
            var draft = Draft(
                system: sheets.system(of: kind, nearest: place) ?? kind.rawValue,
                isNamed: true,
                category: kind,
                categoryWeight: 1,
                quote: sheets.line.range,
                block: sheets.line.block
            )
            draft.suppliers = [party]
            draft.recipients = [recipient]
            draft.isPublic = true
            draft.fire(isNamed ? "weighed.part@1" : "weighed.meant@1")
            adopt(best)
            sheets.describe(&draft)
            made.append(draft)
        }
        let start = context.drafts.count
        context.drafts += made
        for number in start..<context.drafts.count {
            let suppliers = Set(context.drafts[number].suppliers.map(\.entity))
            let places = sheets.line.cues.indices.filter {
                sheets.line.cues[$0].party.map { suppliers.contains($0.entity) } == true
            }
            settleAmount(number, sheets, places)
            settleStatus(number, sheets, places)
        }
        return start..<context.drafts.count
    }

    // MARK: - Choices

    private func buyers(_ sheets: Sheets, _ place: Int) -> [EntityID: Double] {
        sheets.buyers(at: place, weights)
    }

    private func kinds(_ sheets: Sheets, _ place: Int) -> [SystemCategory: Double] {
        sheets.kinds(at: place, weights)
    }

    private static func likeliest<Candidate: Hashable & RawRepresentable<String>>(
        _ chances: [Candidate: Double]
    ) -> Candidate? {
        chances.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key
    }

    /// Whether somebody named may supply, run or pay for a system.
    static func mayTakePart(_ mention: Mention) -> Bool {
        switch mention.kind {
        case .company, .stateOwnedEnterprise, .organization, .financier: true
        case .country, .publicBody: mention.use != .definite
        default: false
        }
    }
}

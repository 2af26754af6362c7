import Evidence

/// Weighs the evidence for who has which part in the deals of a document.
///
/// Rules read what they know the grammar of. This looks at every name that may have a part, adds up
/// what speaks for and against it (``Weights``), takes away what the rules gave somebody with all
/// evidence against it, gives their deals a buyer where they found none, and makes deals of those
/// whom no rule has given a part.
struct WeighedReader {
    let context: DocumentContext
    let lexicon: ReadingLexicon
    let mentions: [Mention]
    /// Capitalised words that may be names of companies, should the evidence say so.
    let possible: [Mention]
    let weights: Weights

    /// The probabilities from which something is done.
    private enum Limit {
        /// A party that no rule has given a part becomes a supplier.
        static let added = 0.4
        /// A supplier of the rules is one no longer, below this.
        static let dropped = 0.05
        static let payer = 0.4
        /// The buyer of a deal that no rule has told.
        static let buyer = 0.3
        /// The buyer of a deal of the rules that gave it none.
        static let missing = 0.5
        /// The buyer instead of that which the context gives a deal of the rules.
        static let replaced = 0.75
    }

    func read() {
        let document = document()
        let lines = document.lines
        let byPlace = Self.draftsByLine(context.drafts, lines)
        let told = context.drafts
        for at in lines.indices
        where lines[at].cues.contains(where: { $0.mention.map(Self.mayTakePart) == true }) {
            let own = byPlace[at]
            let sheets = Sheets(document, at: at, context: context, drafts: own.map { told[$0] })
            settle(own, sheets)
            let made = add(sheets)
            addPayers(sheets, to: own + made)
        }
    }

    /// The drafts whose quotes overlap each line, as indices.
    static func draftsByLine(_ drafts: [Draft], _ lines: [CueLine]) -> [[Int]] {
        var found = [[Int]](repeating: [], count: lines.count)
        let order = lines.indices.sorted { lines[$0].range.lowerBound < lines[$1].range.lowerBound }
        for (number, draft) in drafts.enumerated() {
            var low = 0
            var high = order.count
            while low < high {
                let middle = (low + high) / 2
                if lines[order[middle]].range.upperBound <= draft.quote.lowerBound {
                    low = middle + 1
                } else {
                    high = middle
                }
            }
            while low < order.count, lines[order[low]].range.lowerBound < draft.quote.upperBound {
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
        return DocumentLines(lines, mentions: mentions, relations: context.relations)
    }

    /// Takes words for a name from here on.
    private func adopt(_ id: EntityID) {
        guard !context.adopted.contains(where: { $0.entity == id }) else { return }
        context.adopted += possible.filter { $0.entity == id }
    }

    // MARK: - What the rules told

    private func settle(_ drafts: [Int], _ sheets: Sheets) {
        for number in drafts {
            for place in sheets.line.cues.indices {
                guard let mention = sheets.line.cues[place].mention,
                    context.drafts[number].suppliers.contains(where: { $0.entity == mention.entity }
                    )
                else { continue }
                let chance = weights.probability(of: .supplier, sheets.part.evidence(at: place))
                if chance < Limit.dropped {
                    context.drafts[number].suppliers.removeAll { $0.entity == mention.entity }
                    context.drafts[number].fire("weighed.dropped@1")
                } else {
                    settleBuyer(number, sheets, place)
                }
            }
        }
    }

    /// Gives a draft of the rules the likeliest buyer where its context gives it none, or one with
    /// the evidence against it.
    private func settleBuyer(_ number: Int, _ sheets: Sheets, _ place: Int) {
        let draft = context.drafts[number]
        guard !draft.isVendorOwned, draft.recipients.isEmpty, let best = buyer(sheets, place),
            let party = context.party(best.id, surface: "")
        else { return }
        let told = DraftResolver(context: context).recipients(of: draft)
        guard !told.contains(best.id) else { return }
        let limit = told.isEmpty ? Limit.missing : Limit.replaced
        guard best.chance >= limit else { return }
        adopt(best.id)
        context.drafts[number].recipients = [party]
        context.drafts[number].isPublic = true
        context.drafts[number].fire("weighed.buyer@1")
    }

    // MARK: - What no rule told

    /// Returns the new drafts, as indices.
    private func add(_ sheets: Sheets) -> Range<Int> {
        let taken = Set(sheets.drafts.flatMap { $0.suppliers + $0.operators }.map(\.entity))
        var made: [Draft] = []
        for place in sheets.line.parties where !sheets.line.isDenied(beside: place) {
            guard let mention = sheets.line.cues[place].mention, !taken.contains(mention.entity),
                let party = context.party(mention.entity, surface: mention.surface), party.canSupply
            else { continue }
            let chance = weights.probability(of: .supplier, sheets.part.evidence(at: place))
            guard chance >= Limit.added, let best = buyer(sheets, place),
                best.chance >= Limit.buyer, let recipient = context.party(best.id, surface: "")
            else { continue }
            adopt(mention.entity)
            let kind = kind(sheets, place, buyer: best.id)
            if let same = made.firstIndex(where: {
                $0.recipients.first?.entity == best.id && $0.category == kind
            }) {
                made[same].add([party], to: \.suppliers)
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
            draft.fire("weighed.part@1")
            adopt(best.id)
            sheets.describe(&draft)
            made.append(draft)
        }
        context.drafts += made
        return context.drafts.count - made.count..<context.drafts.count
    }

    /// Who pays, for the deals that the line tells of.
    private func addPayers(_ sheets: Sheets, to own: [Int]) {
        guard let first = own.first else { return }
        for (place, cue) in sheets.line.cues.enumerated() {
            guard let mention = cue.mention, Self.mayTakePart(mention),
                let party = context.party(mention.entity, surface: mention.surface)
            else { continue }
            let isTold = own.contains { number in
                let draft = context.drafts[number]
                return (draft.financiers + draft.donors + draft.recipients).contains {
                    $0.entity == mention.entity
                }
            }
            guard !isTold else { continue }
            let chance = weights.probability(of: .financier, sheets.part.evidence(at: place))
            guard chance >= Limit.payer else { continue }
            let target = own.count == 1 ? first : own.last ?? first
            adopt(mention.entity)
            context.drafts[target].add([party], to: \.financiers)
            context.drafts[target].fire("weighed.payer@1")
        }
    }

    // MARK: - Choices

    private func buyer(_ sheets: Sheets, _ place: Int) -> (id: EntityID, chance: Double)? {
        sheets.buyer.candidates(for: place)
            .map { (id: $0.key, chance: weights.probability(of: .buyer, $0.value)) }
            .max { ($0.chance, $1.id) < ($1.chance, $0.id) }
    }

    private func kind(_ sheets: Sheets, _ place: Int, buyer: EntityID) -> SystemCategory {
        sheets.kind.candidates(for: place, buyer: buyer)
            .map { (kind: $0.key, chance: weights.probability(of: .kind, $0.value)) }
            .max { ($0.chance, $1.kind.rawValue) < ($1.chance, $0.kind.rawValue) }?.kind ?? .other
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

import Evidence

/// Who pays for the deals that lines tell of, themselves or the line before.
extension WeighedReader {
    /// The last deals told, for which a line without any may name who pays.
    struct Payers {
        fileprivate var line = 0
        fileprivate var drafts: [Int] = []
    }

    /// The probabilities from which somebody pays: named where the deal is told, or after it.
    private enum PayerLimit {
        static let here = 0.3
        static let later = 0.4
    }

    /// How many lines after a deal may tell who pays for it.
    private static let payReach = 2

    /// Adds who pays to the deals of a line; where it has none, to those told just before it.
    func addPayers(
        _ sheets: Sheets,
        at line: Int,
        to own: [Int],
        in document: DocumentLines,
        _ payers: inout Payers
    ) {
        if !own.isEmpty {
            addPayers(sheets, to: own, from: PayerLimit.here)
            (payers.line, payers.drafts) = (line, own.filter { context.drafts[$0].hasProvider })
        } else if line - payers.line <= Self.payReach,
            document.lines[payers.line].block == document.lines[line].block
        {
            addPayers(sheets, to: payers.drafts, from: PayerLimit.later)
        }
    }

    private func addPayers(_ sheets: Sheets, to deals: [Int], from least: Double) {
        guard let target = deals.last else { return }
        for (place, cue) in sheets.line.cues.enumerated() {
            guard let mention = cue.mention, Self.mayTakePart(mention),
                let party = context.party(mention.entity, surface: mention.surface),
                !deals.contains(where: { hasPart(mention.entity, in: $0) }),
                sheets.chance(of: .financier, at: place, weights) >= least
            else { continue }
            adopt(mention.entity)
            context.drafts[target].add([party], to: \.financiers)
            context.drafts[target].fire("weighed.payer@1")
        }
    }

    /// Whether a party has a part in a draft that who pays for it has not besides: it supplies,
    /// pays or buys already, or is the state of who buys.
    private func hasPart(_ party: EntityID, in number: Int) -> Bool {
        let draft = context.drafts[number]
        let told = draft.financiers + draft.donors + draft.recipients + draft.suppliers
        return told.contains { $0.entity == party }
            || draft.recipients.contains { context.country(of: $0.entity) == party }
    }

    /// Whether a draft of the rules names nobody but lenders, and the evidence is against each.
    ///
    /// Where nobody supplies anything, the document is about the money.
    func isDoubtfulLoan(_ draft: Draft, _ sheets: Sheets) -> Bool {
        guard weights.knows(.financier), draft.suppliers.isEmpty, draft.donors.isEmpty,
            !draft.rules.contains(where: { $0.hasPrefix("form.") }),
            context.drafts.contains(where: { !$0.suppliers.isEmpty })
        else { return false }
        let lenders = sheets.line.cues.indices.filter { place in
            let entity = sheets.line.cues[place].mention?.entity
            return draft.financiers.contains { $0.entity == entity }
        }
        let judged = Set(lenders.compactMap { sheets.line.cues[$0].mention?.entity })
        return draft.financiers.allSatisfy { judged.contains($0.entity) }
            && lenders.allSatisfy {
                sheets.chance(of: .financier, at: $0, weights) < PayerLimit.here
            }
    }
}

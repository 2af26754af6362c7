import Evidence

/// Loans and prices that stand apart from what they pay for.
extension EnglishPassage {
    // MARK: - Loans told before what they are for

    /// Keeps a loan in mind until the text names what it pays for.
    func keepAwaited(_ loan: Loan, _ takers: [Party]) {
        guard loan.money != nil,
            !sentence.verbs.contains(where: { $0.isNegated || $0.isTentative })
        else { return }
        var draft = Draft(
            system: "",
            isNamed: false,
            category: .other,
            categoryWeight: 0,
            quote: sentence.range,
            block: context.block
        )
        draft.financiers = loan.financiers
        draft.recipients = takers
        draft.money = loan.money
        context.awaited = draft
    }

    /// Gives the system that is named now the loan that was told before it.
    func settleAwaited(_ draft: inout Draft) {
        guard let loan = context.awaited, draft.block - loan.block <= 1 else { return }
        guard draft.financiers.isEmpty, draft.donors.isEmpty, draft.suppliers.isEmpty else {
            return
        }
        let homes = { (parties: [Party]) in
            Set(parties.compactMap { context.country(of: $0.entity) })
        }
        let mine = homes(draft.recipients + draft.places)
        let theirs = homes(loan.recipients)
        guard mine.isEmpty || theirs.isEmpty || !mine.isDisjoint(with: theirs) else { return }
        context.awaited = nil
        draft.add(loan.financiers, to: \.financiers)
        if draft.recipients.isEmpty { draft.recipients = loan.recipients }
        draft.money = draft.money ?? loan.money
        draft.setStatus(.financed, rank: 1)
        draft.isPublic = true
        draft.fire("loan.before@1")
    }

    /// A lender named beside a loan, for the system of the sentence that nobody is said to pay.
    mutating func readLoanBeside() {
        guard speaksOfAid,
            let noun = order.first(where: { slots[$0].map { $0.financiers.isEmpty } ?? false }),
            let draft = slots[noun], draft.hasProvider, draft.donors.isEmpty,
            draft.rules.allSatisfy({ $0.hasPrefix("parts.") })
        else { return }
        let banks = mentions.filter { $0.kind == .financier }
        guard Set(banks.map(\.entity)).count == 1, let bank = banks.first,
            let lender = context.party(bank.entity, surface: bank.surface),
            !sentence.verbs.contains(where: { $0.isNegated || $0.isTentative })
        else { return }
        slot(noun) { draft in
            draft.add([lender], to: \.financiers)
            draft.fire("loan.beside@1")
        }
    }

    // MARK: - Costs

    /// "The project cost $3 million", "the equipment was valued at 20,000 euros": the sum of what
    /// the sentence, or the one before it, tells of.
    mutating func readCosts() {
        guard let money = statedCost else { return }
        if let noun = order.first(where: { slots[$0]?.hasProvider ?? false }) {
            if order.allSatisfy({ slots[$0]?.money == nil }) { slots[noun]?.money = money }
        } else if order.isEmpty, let last = context.lastDraft {
            guard implicit.isEmpty else {
                implicit[0].money = implicit[0].money ?? money
                return
            }
            if context.drafts[last].hasProvider {
                guard context.drafts[last].money == nil else { return }
                implicitSlot(nil) { draft in
                    draft.money = money
                    draft.fire("cost.last@1")
                }
            } else {
                addCost(money, beyond: last)
            }
        }
    }

    /// The cost of the deal told before a system that was only named.
    private func addCost(_ money: Money, beyond last: Int) {
        guard
            let deal = context.drafts[..<last].lastIndex(where: \.hasProvider),
            context.block - context.drafts[deal].block <= 1, context.drafts[deal].money == nil,
            context.drafts[deal].rules.contains(where: {
                $0.hasPrefix("donate.") || $0.hasPrefix("aid.")
            })
        else { return }
        context.drafts[deal].money = money
        context.drafts[deal].fire("cost.last@1")
    }

    private var statedCost: Money? {
        guard !sentence.items.contains(where: { context.parts.has($0, \.bars) }) else { return nil }
        return sentence.items.indices.lazy.compactMap { index -> Money? in
            guard let money = sentence.items[index].money else { return nil }
            return isCost(index) ? money : nil
        }
        .first
    }

    /// Whether a word of cost stands closely before an amount, or what it pays for right after it.
    private func isCost(_ index: Int) -> Bool {
        if index + 1 < sentence.items.count, let noun = sentence.items[index + 1].entry?.noun,
            !noun.isDisjoint(with: [.works, .agreement, .finance])
        {
            return true
        }
        var place = index - 1
        while place >= 0, index - place <= Self.costReach {
            if context.parts.has(sentence.items[place], \.costs) { return true }
            if sentence.items[place].tag == .stop { return false }
            place -= 1
        }
        return false
    }

    /// How far before an amount the word for what it measures may stand, in items.
    private static let costReach = 13
}

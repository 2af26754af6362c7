import Evidence

/// What Chinese verbs tell of a system, frame by frame.
extension ChinesePassage {
    /// 由X承建的N, X为Y建设N, N由X提供.
    func readProvision(_ verb: Int, _ cast: Cast, _ systems: [System], _ drafts: inout [Int: Draft])
    {
        let isPassive = !cast.agents.isEmpty
        let suppliers = (isPassive ? cast.agents : cast.subjects).filter(\.canSupply)
        let governments = (cast.recipients + (isPassive ? cast.subjects : [])).filter(isGovernment)
        guard !suppliers.isEmpty || !governments.isEmpty else { return }
        let receivers = governments + (suppliers.isEmpty ? cast.subjects.filter(isGovernment) : [])
        let frame = items[verb].entry?.frames.contains(.supply) == true ? "supply" : "build"
        let status = status(verb, done: isPassive ? .operational : .contracted)
        for place in targets(verb, cast, systems) {
            update(place, systems, &drafts) { draft in
                draft.add(suppliers, to: \.suppliers)
                draft.add(receivers, to: \.recipients)
                draft.add(cast.places.filter(isGovernment), to: \.places)
                draft.setStatus(status, rank: 5)
                draft.fire("zh.\(frame).\(isPassive ? "agent" : "active")@1")
            }
        }
    }

    /// Y采用X的N.
    func readUse(_ verb: Int, _ cast: Cast, _ systems: [System], _ drafts: inout [Int: Draft]) {
        let users = (cast.subjects + cast.agents + cast.recipients).filter(isGovernment)
        let makers = (cast.objects + cast.sources).filter(\.canSupply)
        guard !users.isEmpty || (context.scope != nil && !makers.isEmpty) else { return }
        let status = status(verb, done: .operational)
        for place in targets(verb, cast, systems) {
            update(place, systems, &drafts) { draft in
                draft.add(makers, to: \.suppliers)
                draft.add(users, to: \.recipients)
                draft.setStatus(status, rank: 5)
                draft.fire("zh.use.active@1")
            }
        }
    }

    /// X向Y捐赠N.
    func readDonation(_ verb: Int, _ cast: Cast, _ systems: [System], _ drafts: inout [Int: Draft])
    {
        let givers = (cast.agents.isEmpty ? cast.subjects : cast.agents).filter(\.canFinance)
        let receivers = (cast.recipients + cast.objects).filter(isGovernment)
        guard !givers.isEmpty else { return }
        for place in targets(verb, cast, systems) {
            update(place, systems, &drafts) { draft in
                draft.add(givers, to: \.donors)
                draft.add(givers.filter(\.isCompany), to: \.suppliers)
                draft.recipients.removeAll { recipient in
                    givers.contains { $0.entity == recipient.entity }
                }
                draft.add(
                    receivers.filter { r in !givers.contains { $0.entity == r.entity } },
                    to: \.recipients
                )
                draft.award = .donated
                draft.setStatus(status(verb, done: .operational), rank: 5)
                draft.fire("zh.donate.active@1")
            }
        }
    }

    /// 由X资助, X提供贷款.
    func readFinance(_ verb: Int, _ cast: Cast, _ systems: [System], _ drafts: inout [Int: Draft]) {
        let lenders = (cast.agents.isEmpty ? cast.subjects : cast.agents).filter(\.canFinance)
        guard !lenders.isEmpty else { return }
        for place in targets(verb, cast, systems) {
            update(place, systems, &drafts) { draft in
                draft.add(lenders, to: \.financiers)
                draft.add(cast.recipients.filter(isGovernment), to: \.recipients)
                if draft.statusRank == 0 { draft.setStatus(.financed, rank: 1) }
                draft.fire("zh.finance.verb@1")
            }
        }
    }

    /// X中标Y的N项目, N由X中标.
    func readWin(_ verb: Int, _ cast: Cast, _ systems: [System], _ drafts: inout [Int: Draft]) {
        let isAward =
            ["\u{4E2D}\u{6807}", "\u{4E2D}\u{9009}", "\u{6210}\u{4EA4}", "\u{593A}\u{6807}"]
            .contains(items[verb].text)
            || items.contains {
                $0.segment == items[verb].segment
                    && $0.entry?.noun.isDisjoint(with: [.agreement, .works]) == false
            }
        guard isAward, !isCandidate(verb) else { return }
        let winners = (cast.agents.isEmpty ? cast.subjects : cast.agents).filter(\.canSupply)
        let buyers = (cast.objects + cast.recipients + cast.sources + cast.subjects).filter(
            isGovernment
        )
        guard !winners.isEmpty else { return }
        for place in targets(verb, cast, systems) {
            update(place, systems, &drafts) { draft in
                draft.add(winners, to: \.suppliers)
                draft.add(buyers, to: \.recipients)
                draft.setStatus(
                    status(verb, done: .contracted) == .planned ? .planned : .contracted,
                    rank: 6
                )
                draft.fire("zh.win.active@1")
            }
        }
    }

    /// 中标候选人 has won nothing yet.
    private func isCandidate(_ verb: Int) -> Bool {
        guard verb + 1 < items.count else { return false }
        return items[(verb + 1)..<min(items.count, verb + 4)].contains { $0.text == "\u{5019}" }
    }

    /// X与Y签署N协议.
    func readPact(_ verb: Int, _ cast: Cast, _ systems: [System], _ drafts: inout [Int: Draft]) {
        let all =
            cast.subjects + cast.partners + cast.agents
            + (cast.partners.isEmpty ? cast.recipients : [])
        let companies = all.filter(\.canSupply)
        let governments = all.filter(isGovernment)
        guard !companies.isEmpty, !governments.isEmpty || context.scope != nil else { return }
        let nouns = items.filter { $0.segment == items[verb].segment }.reduce(into: NounClass()) {
            $0.formUnion($1.entry?.noun ?? [])
        }
        let isSign = items[verb].entry?.frames.contains(.sign) == true
        guard !isSign || !nouns.isDisjoint(with: .paper) else { return }
        let isFirm = isSign && nouns.contains(.agreement) && !nouns.contains(.memorandum)
        for company in companies {
            for government in governments where !isFirm {
                relate(.partnersWith, government, company, rule: "zh.pact.partners@1")
            }
        }
        let isPlanned = status(verb, done: .contracted) == .planned
        for place in targets(verb, cast, systems) {
            update(place, systems, &drafts) { draft in
                draft.add(companies, to: \.suppliers)
                draft.add(governments, to: \.recipients)
                draft.setStatus(isPlanned ? .planned : isFirm ? .contracted : .agreed, rank: 6)
                draft.fire("zh.pact.active@1")
            }
        }
    }

    /// Y委托X运营N, Y将合同授予X.
    func readSelection(_ verb: Int, _ cast: Cast, _ systems: [System], _ drafts: inout [Int: Draft])
    {
        let chosen = (cast.objects + cast.recipients).filter(\.canSupply)
        let buyers = (cast.subjects + cast.agents).filter(isGovernment)
        guard !chosen.isEmpty, !buyers.isEmpty || context.scope != nil else { return }
        let segment = items[verb].segment
        let runs = items.contains {
            $0.segment == segment && $0.entry?.frames.contains(.operate) ?? false
        }
        for place in targets(verb, cast, systems) {
            update(place, systems, &drafts) { draft in
                draft.add(chosen, to: \.suppliers)
                draft.add(buyers, to: \.recipients)
                if runs {
                    draft.add(chosen, to: \.operators)
                    draft.operation = .vendorOperates
                }
                draft.setStatus(
                    status(verb, done: .contracted) == .planned ? .planned : .contracted,
                    rank: 6
                )
                draft.fire("zh.select.active@1")
            }
        }
    }

    /// N由X运营.
    func readOperation(_ verb: Int, _ cast: Cast, _ systems: [System], _ drafts: inout [Int: Draft])
    {
        let doers = (cast.agents.isEmpty ? cast.subjects : cast.agents).filter(\.canSupply)
        guard !doers.isEmpty else { return }
        for place in targets(verb, cast, systems) {
            update(place, systems, &drafts) { draft in
                draft.add(doers, to: \.operators)
                draft.add(doers, to: \.suppliers)
                draft.add(cast.recipients.filter(isGovernment), to: \.recipients)
                draft.operation =
                    items[verb].text.contains("\u{7EF4}\u{62A4}")
                    ? .vendorSupports : .vendorOperates
                draft.setStatus(status(verb, done: .operational), rank: 2)
                draft.fire("zh.operate.active@1")
            }
        }
    }

    /// N投入使用: how far it is.
    func readLaunch(_ verb: Int, _ cast: Cast, _ systems: [System], _ drafts: inout [Int: Draft]) {
        let status = status(verb, done: .operational)
        for place in targets(verb, cast, systems)
        where drafts[place] != nil || systems[place].isReference {
            update(place, systems, &drafts) { draft in
                draft.setStatus(status, rank: 7)
                draft.fire("zh.launch.active@1")
            }
        }
    }

    /// 中国进出口银行提供的1.5亿美元贷款: who lends how much for the systems of the sentence.
    func readLoans(_ systems: [System], _ drafts: inout [Int: Draft]) {
        guard let loan = items.firstIndex(where: { $0.entry?.noun.contains(.finance) ?? false })
        else { return }
        let segment = items[loan].segment
        var lenders: [Party] = []
        var takers: [Party] = []
        for index in items.indices where items[index].segment == segment {
            guard let party = party(index) else { continue }
            if party.kind == .financier {
                lenders.append(party)
            } else if isGovernment(party) {
                let isCountry = party.kind == .country && lenders.isEmpty && index < loan
                let hasTaker = items.contains {
                    $0.segment == segment && $0.role == .recipient && $0.mention != nil
                }
                let isGiver =
                    isCountry
                    && (items[index].role == .agent
                        || (hasTaker && items[index].role == .subject))
                if isGiver { lenders.append(party) } else { takers.append(party) }
            }
        }
        guard !lenders.isEmpty else { return }
        var money = items.lazy.filter { $0.segment == segment }.compactMap(\.money).first
        money?.measures = .loan
        let places = systems.indices.filter {
            !systems[$0].isReference && items[systems[$0].items.lowerBound].segment >= segment - 1
        }
        for place in places.isEmpty ? Array(systems.indices.prefix(1)) : places {
            update(place, systems, &drafts) { draft in
                draft.add(lenders, to: \.financiers)
                draft.recipients.removeAll { one in lenders.contains { $0.entity == one.entity } }
                draft.add(takers, to: \.recipients)
                if let money { draft.money = money }
                if draft.statusRank == 0 { draft.setStatus(.financed, rank: 1) }
                draft.fire("zh.loan.noun@1")
            }
        }
    }
}

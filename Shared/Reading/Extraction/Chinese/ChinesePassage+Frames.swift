import Evidence

/// What Chinese verbs tell of a system, frame by frame.
extension ChinesePassage {
    /// 由X承建的N, X为Y建设N, N由X提供.
    func readProvision(_ verb: Int, _ cast: Cast, _ systems: [System], _ drafts: inout [Int: Draft])
    {
        let isPassive = !cast.agents.isEmpty
        let isHand = items[verb].text == "\u{4E4B}\u{624B}"
        let makers = cast.sources.filter { $0.isCompany }
        let suppliers =
            (isHand ? cast.sources : cast.doers).filter {
                $0.isCompany || $0.canSupply && (isPassive || isNear($0, verb))
            } + (isBased(verb) ? makers : [])
        let governments = (cast.recipients + (isPassive ? cast.subjects : [])).filter(isGovernment)
        let handed = isHandover(verb) ? cast.objects.filter(isGovernment) : []
        guard !suppliers.isEmpty || !governments.isEmpty || !handed.isEmpty, !isFinance(verb)
        else { return }
        let receivers =
            governments + handed + (suppliers.isEmpty ? cast.subjects.filter(isGovernment) : [])
        let served = cast.recipients.filter(isGovernment)
        let frame = items[verb].entry?.frames.contains(.supply) == true ? "supply" : "build"
        let status = status(verb, done: isPassive ? .operational : .contracted)
        let isOwn =
            receivers.isEmpty && !isPassive
            && items[..<verb].contains {
                $0.segment == items[verb].segment && $0.entry?.frames.contains(.invest) ?? false
            }
        readTogether(verb, suppliers)
        for place in reached(verb, cast, systems, suppliers + handed)
        where !isOwnSite(place, systems, cast, isPassive, status) {
            update(place, systems, &drafts) { draft in
                draft.add(suppliers, to: \.suppliers)
                if draft.recipients.isEmpty { draft.add(receivers, to: \.recipients) }
                narrow(&draft, to: served)
                draft.add(served, to: \.recipients)
                draft.add(cast.places.filter(isGovernment), to: \.places)
                draft.setStatus(status, rank: 5)
                draft.isVendorOwned = draft.isVendorOwned || isOwn
                draft.fire("zh.\(frame).\(isPassive ? "agent" : "active")@2")
                if !handed.isEmpty { draft.fire(Self.handover) }
            }
        }
    }

    /// X拟在Y新建数据中心: a company's own site.
    private func isOwnSite(
        _ place: Int,
        _ systems: [System],
        _ cast: Cast,
        _ isPassive: Bool,
        _ status: Deployment.Status
    ) -> Bool {
        guard systems.indices.contains(place), !isPassive, status == .planned,
            cast.recipients.isEmpty, cast.partners.isEmpty, owners(of: systems[place]).isEmpty
        else { return false }
        let kinds: [SystemCategory] = [.dataCentre, .governmentCloud, .cdnEdge]
        return kinds.contains(systems[place].category)
            && !items.contains { $0.has([.agreement, .memorandum]) }
    }

    /// 交付X使用, 移交X: whoever follows receives it.
    private func isHandover(_ verb: Int) -> Bool {
        items[verb].text.hasPrefix("\u{4EA4}\u{4ED8}")
            || items[verb].text.hasPrefix("\u{79FB}\u{4EA4}")
    }

    /// 由A和B共同承建: they work together.
    private func readTogether(_ verb: Int, _ suppliers: [Party]) {
        let words = ["\u{5171}\u{540C}", "\u{8054}\u{5408}"]
        let isJoint = items[max(0, verb - 2)...verb].contains { item in
            words.contains { item.text.hasPrefix($0) }
        }
        guard isJoint, suppliers.count >= 2 else { return }
        for (place, one) in suppliers.enumerated() {
            for other in suppliers[(place + 1)...] where !isTold(.partnersWith, one, other) {
                relate(.partnersWith, one, other, rule: "zh.together.verb@1")
            }
        }
    }

    /// Whether a party is named in a verb's own stretch.
    private func isNear(_ party: Party, _ verb: Int) -> Bool {
        items.indices.contains {
            items[$0].segment == items[verb].segment && $0 < verb
                && self.party($0)?.entity == party.entity
        }
    }

    /// 基于X技术搭建: what a system is built on.
    private func isBased(_ verb: Int) -> Bool {
        items[..<verb].contains {
            $0.segment == items[verb].segment && Self.bases.contains($0.text)
        }
    }

    private static let bases: Set<String> = [
        "\u{57FA}\u{4E8E}", "\u{4F9D}\u{6258}", "\u{501F}\u{52A9}", "\u{5229}\u{7528}",
    ]

    /// The systems that a verb is about, or else the one last spoken of, for a party that is named.
    func reached(
        _ verb: Int,
        _ cast: Cast,
        _ systems: [System],
        _ parties: [Party]
    ) -> [Int] {
        let found = targets(verb, cast, systems)
        guard found.isEmpty, !parties.isEmpty, systems.isEmpty else { return found }
        let frames = items[verb].entry?.frames ?? .none
        let isThat = ["\u{90A3}", "\u{8FD9}"].contains(items.first?.text)
        let isDeal =
            frames.containsAny(.win, .select, .award, .operate) || !cast.agents.isEmpty || isThat
            || isHandover(verb)
        return isDeal ? [Self.earlier] : []
    }

    /// Whether 提供 gives money: 提供…贷款.
    func isFinance(_ verb: Int) -> Bool {
        let segment = items[verb].segment
        return items[(verb + 1)...].prefix(8).contains {
            $0.segment == segment && $0.has(.finance)
        }
    }

    /// Y采用X的N.
    func readUse(_ verb: Int, _ cast: Cast, _ systems: [System], _ drafts: inout [Int: Draft]) {
        let bodies = (cast.subjects + cast.agents + cast.recipients).filter(isGovernment)
        let users =
            bodies.isEmpty
            ? cast.subjects.filter { $0.kind == .stateOwnedEnterprise && isNear($0, verb) } : bodies
        let makers = (cast.objects + cast.sources + cast.recipients + cast.partners)
            .filter(\.isCompany)
        // A company that uses something buys it for itself.
        let isOwnUse =
            users.isEmpty && cast.subjects.contains(where: \.isCompany)
            || items[..<verb].contains {
                $0.segment == items[verb].segment && Self.selves.contains($0.text)
            } && users.isEmpty
        guard !isOwnUse else { return }
        let places = isHosting(verb) ? hosted(verb, systems) : targets(verb, cast, systems)
        let isOwned = places.contains { place in
            systems.indices.contains(place)
                ? !owners(of: systems[place]).isEmpty : place == Self.earlier
        }
        guard !users.isEmpty || isOwned || hasScope && !makers.isEmpty else { return }
        let status = status(verb, done: .operational)
        if places.isEmpty, systems.isEmpty, !users.isEmpty, let cloud = makers.first(where: isCloud)
        {
            readCloud(cloud, makers, users, status, &drafts)
        }
        for place in places {
            update(place, systems, &drafts) { draft in
                draft.add(makers, to: \.suppliers)
                if !bodies.isEmpty || draft.recipients.isEmpty {
                    draft.add(users, to: \.recipients)
                }
                draft.setStatus(status, rank: 5)
                draft.fire("zh.use.active@2")
            }
        }
    }

    /// 公司, 本公司: a company that speaks of itself.
    private static let selves: Set<String> = [
        "\u{516C}\u{53F8}", "\u{672C}\u{516C}\u{53F8}", "\u{6211}\u{53F8}", "\u{4F01}\u{4E1A}",
    ]

    /// The system that runs somewhere: it stands before the verb, or was spoken of.
    private func hosted(_ verb: Int, _ systems: [System]) -> [Int] {
        let before = systems.indices.filter { systems[$0].items.upperBound <= verb + 1 }
        guard let nearest = before.last else {
            return context.lastDraft != nil ? [Self.earlier] : systems.indices.prefix(1) + []
        }
        let wholes = before.filter { !systems[$0].isComponent }
        return [whole(of: wholes.last ?? nearest, systems)]
    }

    /// Whether the page says which government a passage is about.
    var hasScope: Bool {
        context.scope != nil || context.dateline != nil || context.lastRecipient != nil
            || context.looseScope != nil
    }

    /// X向Y捐赠N.
    func readDonation(_ verb: Int, _ cast: Cast, _ systems: [System], _ drafts: inout [Int: Draft])
    {
        let givers = Array(cast.doers.filter(\.canFinance).prefix(1))
        let receivers = (cast.recipients + cast.objects).filter(isGovernment)
        guard !givers.isEmpty else { return }
        // 援建: a company carries out the aid of its state.
        let isAid = items[verb].text.contains("\u{63F4}")
        for place in targets(verb, cast, systems) {
            update(place, systems, &drafts) { draft in
                draft.add(givers.filter { !isAid || !$0.isCompany }, to: \.donors)
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
                draft.fire("zh.donate.active@2")
            }
        }
    }

    /// X中标Y的N项目, N由X中标, X获得N合同.
    func readWin(_ verb: Int, _ cast: Cast, _ systems: [System], _ drafts: inout [Int: Draft]) {
        let plain: Set<String> = [
            "\u{4E2D}\u{6807}", "\u{4E2D}\u{9009}", "\u{6210}\u{4EA4}", "\u{593A}\u{6807}",
            "\u{80DC}\u{51FA}", "\u{5165}\u{9009}", "\u{4E2D}\u{6807}\u{627F}\u{5EFA}",
            "\u{5F97}\u{6807}",
        ]
        let segment = items[verb].segment
        let isAward =
            plain.contains(items[verb].text)
            || items.contains { $0.segment == segment && $0.has([.agreement, .works]) }
            || Self.grabs.contains(items[verb].text) && cast.objects.contains(where: isGovernment)
        guard isAward, !isFinance(verb) else { return }
        let winners = cast.doers.filter(\.canSupply)
        let buyers = (cast.objects + cast.recipients + cast.sources + cast.subjects).filter(
            isGovernment
        )
        guard !winners.isEmpty else { return }
        for place in reached(verb, cast, systems, winners) {
            update(place, systems, &drafts) { draft in
                draft.add(winners, to: \.suppliers)
                if draft.recipients.isEmpty { draft.add(buyers, to: \.recipients) }
                draft.add(cast.places.filter(isGovernment), to: \.places)
                draft.setStatus(
                    status(verb, done: .contracted) == .planned ? .planned : .contracted,
                    rank: 6
                )
                draft.fire("zh.win.active@2")
            }
        }
    }

    /// 拿下, 赢得, 斩获, 签下, 夺得, 抢下: what is won is a deal, whatever it is called.
    private static let grabs: Set<String> = [
        "\u{62FF}\u{4E0B}", "\u{8D62}\u{5F97}", "\u{65A9}\u{83B7}", "\u{7B7E}\u{4E0B}",
        "\u{593A}\u{5F97}", "\u{62A2}\u{4E0B}",
    ]

    /// 签约, 续约: verbs that hold the contract in themselves.
    private static let contracting: Set<String> = [
        "\u{7B7E}\u{7EA6}", "\u{7EED}\u{7EA6}", "\u{7EED}\u{7B7E}", "\u{8BA2}\u{7EA6}",
        "\u{7F14}\u{7EA6}", "\u{6362}\u{7B7E}", "\u{7B7E}\u{4E0B}",
    ]

    /// X与Y签署N协议.
    func readPact(_ verb: Int, _ cast: Cast, _ systems: [System], _ drafts: inout [Int: Draft]) {
        let all =
            cast.subjects + cast.partners + cast.agents
            + (cast.partners.isEmpty ? cast.recipients : [])
        let governments = all.filter(isGovernment)
        let buyer = governments.isEmpty ? stateBuyer(all.filter(\.canSupply)) : nil
        let companies = all.filter { $0.canSupply && $0.entity != buyer?.entity }
        guard !companies.isEmpty, !governments.isEmpty || hasScope else { return }
        let nouns = items.filter { $0.segment == items[verb].segment }.reduce(into: NounClass()) {
            $0.formUnion($1.entry?.noun ?? [])
        }
        let isSign = items[verb].entry?.frames.contains(.sign) == true
        let isContract = Self.contracting.contains(items[verb].text)
        guard !isSign || isContract || !nouns.isDisjoint(with: .paper) else { return }
        let isFirm =
            isSign && (isContract || nouns.contains(.agreement)) && !nouns.contains(.memorandum)
        for company in companies {
            // X与Y联手: two companies with each other, for a government that is named beside them.
            for government in governments where !isFirm && (isSign || companies.count == 1) {
                relate(.partnersWith, government, company, rule: "zh.pact.partners@1")
            }
        }
        let isPlanned = status(verb, done: .contracted) == .planned
        for place in targets(verb, cast, systems) {
            update(place, systems, &drafts) { draft in
                draft.add(companies, to: \.suppliers)
                draft.add(governments, to: \.recipients)
                if draft.recipients.isEmpty, let buyer { draft.recipients = [buyer] }
                draft.add(cast.places.filter(isGovernment), to: \.places)
                draft.setStatus(isPlanned ? .planned : isFirm ? .contracted : .agreed, rank: 6)
                draft.fire("zh.pact.active@2")
            }
        }
    }

    /// Y委托X运营N, Y将合同授予X, X被选为N的服务商.
    func readSelection(_ verb: Int, _ cast: Cast, _ systems: [System], _ drafts: inout [Int: Draft])
    {
        let isPassive = verb > 0 && items[verb - 1].entry?.coverb == .agent
        let named = isPassive ? cast.subjects : cast.objects + cast.recipients
        let chosen = named.filter(\.canSupply)
        let choosers = isPassive ? cast.agents : cast.subjects + cast.agents
        let bodies = choosers.filter(isGovernment)
        let buyers =
            bodies.isEmpty ? choosers.filter { $0.kind == .stateOwnedEnterprise } : bodies
        guard !chosen.isEmpty, !buyers.isEmpty || hasScope || isPassive else { return }
        let segment = items[verb].segment
        let runs = items.contains {
            $0.segment == segment && $0.entry?.frames.contains(.operate) ?? false
        }
        let isApproval = items[verb].entry?.frames.contains(.approve) == true
        let done: Deployment.Status = isApproval ? .agreed : .contracted
        for place in reached(verb, cast, systems, chosen) {
            update(place, systems, &drafts) { draft in
                draft.add(chosen, to: \.suppliers)
                draft.add(buyers, to: \.recipients)
                if runs {
                    draft.add(chosen, to: \.operators)
                    draft.operation = .vendorOperates
                }
                draft.setStatus(status(verb, done: done) == .planned ? .planned : done, rank: 6)
                draft.fire("zh.select.\(isPassive ? "passive" : "active")@2")
            }
        }
    }

    /// 运维, 建设, 开发, … after 负责: what a supplier does.
    private static let tasks: Set<String> = [
        "\u{8FD0}\u{7EF4}", "\u{5EFA}\u{8BBE}", "\u{5F00}\u{53D1}", "\u{8FD0}\u{8425}",
        "\u{5B9E}\u{65BD}",
        "\u{96C6}\u{6210}", "\u{8BBE}\u{8BA1}", "\u{4EA4}\u{4ED8}", "\u{5B89}\u{88C5}",
        "\u{7EF4}\u{62A4}",
        "\u{4F9B}\u{8D27}", "\u{8FD0}\u{884C}", "\u{7CFB}\u{7EDF}\u{96C6}\u{6210}",
    ]

    /// N由X运营.
    func readOperation(_ verb: Int, _ cast: Cast, _ systems: [System], _ drafts: inout [Int: Draft])
    {
        let doers =
            cast.agents.isEmpty
            ? cast.subjects.filter(\.isCompany) : cast.agents.filter(\.canSupply)
        // 负责 alone runs a system only after 由: 运维由X负责.
        let isCharge = items[verb].text == "\u{8D1F}\u{8D23}"
        let runs = items[verb...].contains {
            $0.segment == items[verb].segment
                && (Self.tasks.contains($0.text) || $0.has(.component))
        }
        guard !doers.isEmpty, !isCharge || !cast.agents.isEmpty || runs else { return }
        for place in reached(verb, cast, systems, doers) {
            update(place, systems, &drafts) { draft in
                draft.add(doers, to: \.operators)
                draft.add(doers, to: \.suppliers)
                draft.add(
                    (cast.recipients + (cast.agents.isEmpty ? [] : cast.subjects)).filter(
                        isGovernment
                    ),
                    to: \.recipients
                )
                draft.operation =
                    items[verb].text.contains("\u{7EF4}\u{62A4}")
                    ? .vendorSupports : .vendorOperates
                draft.setStatus(status(verb, done: .operational), rank: 2)
                draft.fire("zh.operate.active@2")
            }
        }
    }

    /// N投入使用: how far it is.
    func readLaunch(_ verb: Int, _ cast: Cast, _ systems: [System], _ drafts: inout [Int: Draft]) {
        let status = status(verb, done: .operational)
        for place in targets(verb, cast, systems)
        where drafts[place] != nil || place == Self.earlier || systems[place].isReference {
            update(place, systems, &drafts) { draft in
                let isBegun = status == .planned && draft.statusRank > 0 && draft.status != .planned
                draft.setStatus(isBegun ? .underConstruction : status, rank: 7)
                draft.fire("zh.launch.active@2")
            }
        }
    }
}

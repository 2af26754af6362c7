import Evidence

/// Whose work a system is, where no verb of supplying says so.
extension ChinesePassage {
    /// 设备均来自X, 软件则出自X, N是X的手笔.
    func readOrigins(_ systems: [System], _ drafts: inout [Int: Draft]) {
        for index in items.indices {
            let makers = isOrigin(index) ? makers(after: index) : works(at: index)
            guard !makers.isEmpty, !isNegated(index), !hasFailed(index) else { continue }
            let users = users(before: index)
            for place in comingFrom(index, systems) {
                let isOwned =
                    systems.indices.contains(place)
                    ? !owners(of: systems[place]).isEmpty : place == Self.earlier
                guard !users.isEmpty || isOwned || hasScope else { continue }
                update(place, systems, &drafts) { draft in
                    draft.add(makers, to: \.suppliers)
                    if draft.recipients.isEmpty { draft.add(users, to: \.recipients) }
                    draft.setStatus(status(index, done: .operational), rank: 3)
                    draft.fire("zh.origin.source@1")
                }
            }
        }
    }

    private func isOrigin(_ index: Int) -> Bool {
        items[index].entry?.coverb == .source && Self.origins.contains(items[index].text)
    }

    /// 来自, 出自, 源自, 来自于.
    private static let origins: Set<String> = [
        "\u{6765}\u{81EA}", "\u{51FA}\u{81EA}", "\u{6E90}\u{81EA}", "\u{6765}\u{81EA}\u{4E8E}",
    ]

    /// The companies named after 来自, where nothing but them follows.
    private func makers(after index: Int) -> [Party] {
        let segment = items[index].segment
        let rest = items.indices.filter { $0 > index && items[$0].segment == segment }
        guard !rest.contains(where: { items[$0].isVerb && items[$0].text != "\u{4E4B}\u{624B}" })
        else { return [] }
        return rest.flatMap { parties($0) }.filter(\.canSupply)
    }

    /// The company of 是X的手笔.
    private func works(at index: Int) -> [Party] {
        guard items[index].text == "\u{662F}", index + 3 < items.count,
            let party = actor(index + 1) ?? actor(index + 2), party.isCompany
        else { return [] }
        let rest = items[(index + 2)...].prefix(6).map(\.text).joined()
        return Self.works.contains { rest.contains("\u{7684}" + $0) } ? [party] : []
    }

    /// 手笔, 作品, 杰作, 产品, 方案.
    private static let works = [
        "\u{624B}\u{7B14}", "\u{4F5C}\u{54C1}", "\u{6770}\u{4F5C}", "\u{4EA7}\u{54C1}",
        "\u{65B9}\u{6848}",
    ]

    /// The governments that the stretches before speak of as subjects.
    private func users(before index: Int) -> [Party] {
        let segment = items[index].segment
        for wanted in stride(from: segment, through: max(0, segment - 2), by: -1) {
            let found = items.indices.filter {
                $0 < index && items[$0].segment == wanted && items[$0].role == .subject
            }
            .flatMap { parties($0) }.filter(isGovernment)
            if !found.isEmpty { return found }
        }
        return []
    }

    /// The systems that come from somewhere: one before it in its stretch, else what 全部, 均 or a
    /// bare 来自 goes on with.
    private func comingFrom(_ index: Int, _ systems: [System]) -> [Int] {
        let segment = items[index].segment
        func places(_ wanted: Int) -> [Int] {
            systems.indices.filter {
                items[systems[$0].items.lowerBound].segment == wanted
                    && systems[$0].items.upperBound <= index
            }
        }
        if let nearest = named(places(segment), systems).last {
            return [whole(of: nearest, systems)]
        }
        let own = items.indices.filter { $0 < index && items[$0].segment == segment }
        guard own.count <= 3, own.allSatisfy({ items[$0].mention == nil }) else { return [] }
        for wanted in stride(from: segment - 1, through: max(0, segment - 2), by: -1) {
            let found = named(places(wanted), systems)
            if !found.isEmpty { return found.map { whole(of: $0, systems) } }
        }
        return []
    }

    // MARK: - What is pointed back to

    /// Takes up again what 该中心 points back to over paragraphs that speak of other things.
    func recall() {
        guard context.lastDraft == nil else { return }
        let head = items.lazy.filter { $0.entry?.reference.contains(.system) == true }
            .map(\.text).first {
                $0.hasPrefix("\u{8BE5}") && $0.unicodeScalars.count >= 3
            }
        guard let head else { return }
        let noun = String(head.dropFirst())
        let isOpen = noun == "\u{9879}\u{76EE}" || noun == "\u{5DE5}\u{7A0B}"
        for place in context.drafts.indices.reversed() {
            let draft = context.drafts[place]
            guard context.block - draft.block <= Self.recallMax else { return }
            if draft.isNamed, isOpen || draft.system.contains(noun) {
                context.lastDraft = place
                return
            }
        }
    }

    /// How many blocks back a system may have been spoken of.
    private static let recallMax = 6
}

import Evidence

/// Deals that ended, suppliers that are only named as such, and suppliers kept from the public.
extension ChinesePassage {
    /// Y取消了与X的N合同, Y与X的N合同到期.
    func readEnding(_ verb: Int, _ cast: Cast, _ systems: [System], _ drafts: inout [Int: Draft]) {
        let segment = items[verb].segment
        let isPaper = items.contains {
            $0.segment == segment && $0.has([.agreement, .works])
        }
        guard isPaper, let frames = items[verb].entry?.frames else { return }
        let all = items.indices.filter { items[$0].segment == segment }.flatMap { parties($0) }
        let companies = all.filter(\.isCompany)
        let governments = (cast.subjects + all).filter(isGovernment)
        guard !companies.isEmpty, !governments.isEmpty || hasScope else { return }
        let status: Deployment.Status =
            frames.contains(.end) ? .ended : frames.contains(.cancel) ? .cancelled : .suspended
        let isPlanned = items[..<verb].contains { $0.segment == segment && $0.has(.planned) }
        guard !isPlanned else { return }
        for place in targets(verb, cast, systems) {
            update(place, systems, &drafts) { draft in
                draft.add(companies, to: \.suppliers)
                draft.add(Array(governments.prefix(1)), to: \.recipients)
                draft.setStatus(status, rank: 8)
                draft.fire("zh.end.active@1")
            }
        }
    }

    /// N的承建商为X, X是N的供应商, 运维由X负责.
    func readSuppliers(_ systems: [System], _ drafts: inout [Int: Draft]) {
        for index in items.indices {
            let isCopula = items[index].text == "\u{4E3A}" || items[index].text == "\u{662F}"
            guard isCopula, index > 0, index + 1 < items.count else { continue }
            let segment = items[index].segment
            let own = items.indices.filter { items[$0].segment == segment }
            guard !own.contains(where: { items[$0].has(.negated) }) else { continue }
            let left = own.filter { $0 < index }
            let right = own.filter { $0 > index }
            let isRoleLeft = items[index - 1].has(.company) && isSupplier(items[index - 1].text)
            let isRoleRight =
                right.last(where: { items[$0].isFilled || items[$0].text != "\u{3002}" })
                .map { items[$0].has(.company) && isSupplier(items[$0].text) } ?? false
            let parties = (isRoleLeft ? right : isRoleRight ? left : []).compactMap { actor($0) }
                .filter(\.isCompany)
            guard !parties.isEmpty else { continue }
            for place in supplied(segment, systems) {
                update(place, systems, &drafts) { draft in
                    draft.add(parties, to: \.suppliers)
                    draft.setStatus(.contracted, rank: 1)
                    draft.fire("zh.supplier.copula@1")
                }
            }
        }
    }

    private func isSupplier(_ text: String) -> Bool {
        [
            "\u{4F9B}\u{5E94}\u{5546}", "\u{670D}\u{52A1}\u{5546}", "\u{627F}\u{5305}\u{5546}",
            "\u{627F}\u{5EFA}\u{5546}", "\u{627F}\u{5EFA}\u{65B9}", "\u{4E2D}\u{6807}\u{65B9}",
            "\u{627F}\u{5305}\u{65B9}", "\u{4E2D}\u{6807}\u{4F01}\u{4E1A}",
            "\u{4E2D}\u{6807}\u{516C}\u{53F8}",
        ]
        .contains(text)
    }

    private func supplied(_ segment: Int, _ systems: [System]) -> [Int] {
        for wanted in [segment, segment - 1, segment - 2] {
            let found = named(
                systems.indices.filter { items[systems[$0].items.lowerBound].segment == wanted },
                systems
            )
            if !found.isEmpty { return found }
        }
        return context.lastDraft == nil ? [] : [Self.earlier]
    }

    /// 未透露供应商: the government keeps its supplier from the public.
    func readWithheld(_ systems: [System], _ drafts: inout [Int: Draft]) {
        guard let mark = items.firstIndex(where: { $0.has(.withheld) }) else { return }
        let segment = items[mark].segment
        let names = items.contains { $0.segment == segment && $0.has(.company) }
        guard names else { return }
        for place in supplied(segment, systems)
        where drafts[place]?.suppliers.isEmpty ?? (place != Self.earlier) {
            update(place, systems, &drafts) { draft in
                draft.isSupplierWithheld = true
                draft.fire("zh.withheld@1")
            }
        }
    }
}

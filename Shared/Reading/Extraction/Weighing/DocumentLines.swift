import Evidence

/// A document's lines, with what is asked of all of them, found once.
struct DocumentLines {
    let lines: [CueLine]
    /// How often each entity is named.
    let counts: [EntityID: Int]
    /// The governments that each block names.
    private let named: [Int: [EntityID]]
    private let ties: [EntityID: [RelationDraft]]

    init(_ lines: [CueLine], mentions: [Mention], relations: [RelationDraft]) {
        self.lines = lines
        counts = mentions.reduce(into: [:]) { $0[$1.entity, default: 0] += 1 }
        var named: [Int: [EntityID]] = [:]
        for line in lines {
            let own = line.cues.compactMap(\.mention).filter { Self.isBuyer($0) }
            named[line.block, default: []] += own.filter { $0.use != .demonym }.map(\.entity)
        }
        self.named = named
        var ties: [EntityID: [RelationDraft]] = [:]
        for tie in relations {
            for end in Set([tie.relation.from, tie.relation.to]) {
                ties[end, default: []].append(tie)
            }
        }
        self.ties = ties
    }

    /// The governments that a block names.
    func governments(in block: Int) -> [EntityID] { named[block] ?? [] }

    /// The governments that the document's first line names.
    var title: [EntityID] {
        guard let first = lines.first else { return [] }
        return first.cues.compactMap(\.mention)
            .filter { Self.isBuyer($0) && $0.use != .demonym }.map(\.entity)
    }

    /// The ties that the rules found a party in.
    func ties(of party: EntityID) -> [RelationDraft] { ties[party] ?? [] }

    /// Whether somebody named may be whom a system is for.
    static func isBuyer(_ mention: Mention?) -> Bool {
        switch mention?.kind {
        case .country?, .territory?, .publicBody?, .organization?, .stateOwnedEnterprise?,
            .company?:
            true
        default: false
        }
    }
}

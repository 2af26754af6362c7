import Evidence

/// What is asked of a candidate for a topic in every line, found once for a document.
final class SubjectMemory {
    /// What a candidate is.
    struct Standing {
        /// Its kind and a space.
        var kind: EvidenceWord
        /// What the document as a whole says of it.
        var facts: [EvidenceWord]
        /// The words of its name as they are compared; none for a country.
        var words: [TextKey]
        /// What its name says of its office.
        var offices: [EvidenceWord]
    }

    private let document: DocumentLines
    private let context: DocumentContext
    private var standings: [EntityID: Standing] = [:]
    private var named: [Int: [(place: Int, mention: Mention)]] = [:]
    /// How often each block names whom.
    private let blocks: [Int: [EntityID: Int]]
    private var foremosts: [Int: EntityID?] = [:]

    init(document: DocumentLines, context: DocumentContext) {
        self.document = document
        self.context = context
        blocks = document.lines.reduce(into: [:]) { counts, line in
            for cue in line.cues {
                guard let mention = cue.mention, mention.use != .demonym else { continue }
                counts[line.block, default: [:]][mention.entity, default: 0] += 1
            }
        }
    }

    /// How often a block names somebody.
    func count(of id: EntityID, in block: Int) -> Int { blocks[block]?[id] ?? 0 }

    /// The government that a block names most.
    func foremost(in block: Int) -> EntityID? {
        if let known = foremosts[block] { return known }
        let found = blocks[block]?.filter { context.entity($0.key)?.kind.isGovernment == true }
            .max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        foremosts[block] = .some(found)
        return found
    }

    func standing(of id: EntityID) -> Standing {
        if let known = standings[id] { return known }
        let entity = context.entity(id)
        var facts: [EvidenceWord] = ["kind"]
        if document.suppliers.contains(id) { facts.append("supplies") }
        if document.payers.contains(id) { facts.append("pays") }
        if document.buys(id, outside: 0..<0) { facts.append("buys") }
        if context.supplierHomes.contains(id) { facts.append(SubjectFact.supplierHome) }
        if context.lenderHomes.contains(id) { facts.append(SubjectFact.lenderHome) }
        let times = document.counts[id] ?? 0
        facts.append(EvidenceWord("count \(times >= 6 ? 6 : times >= 3 ? 3 : times)"))
        let words = entity.flatMap { $0.kind == .country ? nil : $0.name.lowercased() }?
            .split { !$0.isLetter && !$0.isNumber }
            .map { TextKey(CueReader.stem(String($0))) }
        let standing = Standing(
            kind: EvidenceWord((entity?.kind.rawValue ?? "unknown") + " "),
            facts: facts,
            words: words ?? [],
            offices: entity.map(offices) ?? []
        )
        standings[id] = standing
        return standing
    }

    /// The words of a body's name that say what office it is: those that are known, or how a
    /// Chinese name ends.
    private func offices(_ entity: Entity) -> [EvidenceWord] {
        switch entity.kind {
        case .publicBody, .organization, .territory, .stateOwnedEnterprise: break
        default: return []
        }
        if let last = entity.name.unicodeScalars.last, ScalarClass.isHan(last) {
            let most = entity.kind == .territory ? 1 : 2
            return (1...most).map { EvidenceWord(SubjectFact.office + entity.name.suffix($0)) }
        }
        let known = context.relationWords.english.offices
        return Set(entity.name.lowercased().split { !$0.isLetter }.map(String.init))
            .filter(known.contains).sorted().map { EvidenceWord(SubjectFact.office + $0) }
    }

    /// The names of a line that it may be about, with their places among its cues.
    func named(_ at: Int) -> [(place: Int, mention: Mention)] {
        if let known = named[at] { return known }
        let found = document.lines[at].cues.enumerated().compactMap {
            place,
            cue -> (place: Int, mention: Mention)? in
            guard let mention = cue.mention, Self.mayBeMeant(mention),
                context.mayBeNamed(mention.entity, by: cue)
            else { return nil }
            return (place, mention)
        }
        named[at] = found
        return found
    }

    private static func mayBeMeant(_ mention: Mention) -> Bool {
        switch mention.kind {
        case .person, .policy, .event: false
        default: true
        }
    }
}

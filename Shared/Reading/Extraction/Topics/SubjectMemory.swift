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
    }

    private let document: DocumentLines
    private let context: DocumentContext
    private var standings: [EntityID: Standing] = [:]
    private var named: [Int: [(place: Int, mention: Mention)]] = [:]

    init(document: DocumentLines, context: DocumentContext) {
        self.document = document
        self.context = context
    }

    func standing(of id: EntityID) -> Standing {
        if let known = standings[id] { return known }
        let entity = context.entity(id)
        var facts: [EvidenceWord] = ["kind"]
        if document.suppliers.contains(id) { facts.append("supplies") }
        if document.payers.contains(id) { facts.append("pays") }
        if document.buys(id, outside: 0..<0) { facts.append("buys") }
        let times = document.counts[id] ?? 0
        facts.append(EvidenceWord("count \(times >= 6 ? 6 : times >= 3 ? 3 : times)"))
        let words = entity.flatMap { $0.kind == .country ? nil : $0.name.lowercased() }?
            .split { !$0.isLetter && !$0.isNumber }
            .map { TextKey(CueReader.stem(String($0))) }
        let standing = Standing(
            kind: EvidenceWord((entity?.kind.rawValue ?? "unknown") + " "),
            facts: facts,
            words: words ?? []
        )
        standings[id] = standing
        return standing
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

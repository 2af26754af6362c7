import Evidence

/// Finds whom the lines of a document mean that name no party.
///
/// A vendor tells of itself as "we" or "the Company", or goes on about itself without a word; a
/// second sentence says "it" of the firm of the first. What is found here only may be meant: the
/// weights say whether it has a part.
struct ReferenceReader {
    let context: DocumentContext
    private let lines: [CueLine]
    private let speaker: Mention?
    /// Whether the speaker is named far more than all others.
    private let isSureOfSpeaker: Bool
    /// Whether enough lines speak of "we" for every line to be about who speaks.
    private let isSpoken: Bool

    /// How far back a party is looked for, in lines.
    private static let reach = 3
    /// From how many lines with "we" on every line may be about who speaks.
    private static let spokenMin = 2
    /// How much more the opening of a text counts.
    private static let opening = 3
    private static let openingLines = 2

    init(_ lines: [CueLine], context: DocumentContext) {
        self.lines = lines
        self.context = context
        let spoken = lines.count { line in
            line.cues.indices.contains { Self.isSpeaker(line.cues, $0, context) }
        }
        var counts: [EntityID: Int] = [:]
        var names: [EntityID: Mention] = [:]
        for (at, line) in lines.enumerated() {
            for place in line.parties {
                guard let mention = line.cues[place].mention else { continue }
                counts[mention.entity, default: 0] += at < Self.openingLines ? Self.opening : 1
                names[mention.entity] = names[mention.entity] ?? mention
            }
        }
        let ranked = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
        speaker = spoken > 0 ? ranked.first.flatMap { names[$0.key] } : nil
        isSureOfSpeaker = ranked.count < 2 || ranked[0].value >= 2 * ranked[1].value
        isSpoken = spoken >= Self.spokenMin
    }

    /// The lines, with whom their pronouns may stand for.
    func read() -> [CueLine] {
        var found = lines
        var last: (mention: Mention, at: Int, isAlone: Bool)?
        for at in found.indices {
            if let before = last, at - before.at > Self.reach { last = nil }
            let parties = found[at].parties
            refer(&found[at], at: at, parties: parties, last: last)
            let own = parties.compactMap { found[at].cues[$0].mention }
            if let first = own.first {
                last = (first, at, Set(own.map(\.entity)).count == 1)
            }
        }
        return found
    }

    private func refer(
        _ line: inout CueLine,
        at: Int,
        parties: [Int],
        last: (mention: Mention, at: Int, isAlone: Bool)?
    ) {
        var named = Set(parties.compactMap { line.cues[$0].mention?.entity })
        for spot in line.cues.indices {
            guard let maker = maker(of: line.cues[spot].mention), !named.contains(maker.entity)
            else { continue }
            line.cues[spot].reference = Reference(mention: maker, facts: ["ref product"])
            named.insert(maker.entity)
        }
        if let speaker, !named.contains(speaker.entity),
            let spot = line.cues.indices.first(where: { Self.isSpeaker(line.cues, $0, context) })
        {
            line.cues[spot].reference = Reference(
                mention: speaker,
                facts: isSureOfSpeaker ? ["ref speaker", "ref speaker sure"] : ["ref speaker"]
            )
            return
        }
        guard named.isEmpty else { return }
        let facts = last.map { last in
            [EvidenceWord("ref from \(at - last.at)")] + (last.isAlone ? ["ref alone"] : [])
        }
        if let last, let facts, last.mention.entity != speaker?.entity || !isSpoken,
            let spot = line.cues.indices.first(where: { isPronoun(line.cues, $0) })
        {
            line.cues[spot].reference = Reference(mention: last.mention, facts: facts)
            return
        }
        if let speaker, isSpoken,
            line.cues.contains(where: { $0.system != nil || DocumentLines.isBuyer($0.mention) })
        {
            line.goOn(about: Reference(mention: speaker, facts: ["ref unsaid speaker"]))
        }
    }

    /// The maker of a product, as named where the product is.
    private func maker(of mention: Mention?) -> Mention? {
        guard let mention, let maker = context.maker(of: mention.entity) else { return nil }
        return Mention(
            range: mention.range,
            surface: mention.surface,
            entity: maker.id,
            kind: maker.kind
        )
    }

    // MARK: - Words

    private static func isSpeaker(_ cue: Cue) -> Bool {
        cue.mention == nil && !speakers.isDisjoint(with: cue.names)
    }

    /// "we", "the Company" with a capital, 本公司.
    private static func isSpeaker(_ cues: [Cue], _ spot: Int, _ context: DocumentContext) -> Bool {
        let cue = cues[spot]
        if isSpeaker(cue) { return true }
        return cue.mention == nil && cue.names.contains("n:company") && spot > 0
            && cues[spot - 1].names.contains("the")
            && ScalarClass.isUpper(context.text[cue.range.lowerBound])
    }

    /// "it", "the company", 该公司.
    private func isPronoun(_ cues: [Cue], _ spot: Int) -> Bool {
        let cue = cues[spot]
        guard cue.mention == nil else { return false }
        if !Self.pronouns.isDisjoint(with: cue.names) { return true }
        return cue.names.contains("n:company") && spot > 0
            && !Self.pointers.isDisjoint(with: cues[spot - 1].names)
    }

    private static let speakers: Set<EvidenceWord> = [
        "we", "us", "our", "ours", "\u{6211}\u{4EEC}", "\u{6211}\u{53F8}",
        "\u{672C}\u{516C}\u{53F8}",
        "\u{6211}\u{516C}\u{53F8}", "\u{672C}\u{96C6}\u{56E2}",
    ]
    private static let pronouns: Set<EvidenceWord> = [
        "it", "its", "they", "their", "them", "\u{5176}", "\u{5B83}", "r:company",
    ]
    private static let pointers: Set<EvidenceWord> = ["the", "this", "that", "same"]
}

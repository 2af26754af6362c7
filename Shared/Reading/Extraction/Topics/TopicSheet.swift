import Evidence

/// What speaks for a line telling of each risk, protection or incident.
struct TopicSheet {
    let document: DocumentLines
    let at: Int
    let context: DocumentContext
    /// What the rules found in each line.
    let told: [Set<Topic>]

    /// Adds the evidence to a set.
    func evidence(_ blank: EvidenceSet) -> EvidenceSet {
        let line = document.lines[at]
        var found = blank
        for cue in line.cues { for name in cue.names { found.insert(Name.word, name) } }
        let words = line.cues.compactMap { $0.names.last }
        for (place, word) in words.enumerated() {
            if place + 1 < words.count {
                found.insert(Name.pair, word, Name.space, words[place + 1])
            }
            if place + 2 < words.count {
                found.insert(Name.apart, word, Name.space, words[place + 2])
            }
        }
        if let heading = context.layout.blocks[line.block].headings.last {
            for name in document.names(in: heading) { found.insert(Name.heading, name) }
        }
        for topic in told[at] { found.insert(Name.rule, topic.word) }
        if !told[at].isEmpty { found.insert(Name.ruled) }
        for next in [at - 1, at + 1]
        where told.indices.contains(next) && document.lines[next].block == line.block {
            for topic in told[next] { found.insert(Name.near, topic.word) }
        }
        found.insert(Name.bias)
        return found
    }

    private enum Name {
        static let word: EvidenceWord = "w "
        static let pair: EvidenceWord = "b "
        static let apart: EvidenceWord = "s "
        static let space: EvidenceWord = " "
        static let heading: EvidenceWord = "h "
        static let rule: EvidenceWord = "rule "
        static let bias: EvidenceWord = "bias"
        static let ruled: EvidenceWord = "ruled"
        static let near: EvidenceWord = "near "
    }
}

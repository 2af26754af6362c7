/// A verb with who does it, to what, and what stands around it.
struct Clause: Sendable {
    /// The verb group's place in the sentence's list.
    var verb: Int
    var chunk: Int
    /// Noun phrases, by their places: for a passive what it is done to.
    var subjects: [Int] = []
    /// The first object of two: "awarded *X* a contract".
    var indirect: [Int] = []
    var objects: [Int] = []
    var phrases: [Prepositional] = []
    /// Phrases that stand before the subject: "With funding from X, …".
    var fronted: [Prepositional] = []
    /// For an infinitive, the clause that governs it.
    var governor: Int?
    /// Whether the subject is that of another clause or the phrase it modifies.
    var isSubjectShared = false
    /// Whether it only describes a noun: a relative clause or a participle after it.
    var isModifier = false
    /// The chunks it covers.
    var extent: Range<Int>
}

/// A preposition with its noun phrases: "by X and Y".
struct Prepositional: Sendable {
    var preposition: String
    var nouns: [Int]
    /// Where it stands among the chunks.
    var chunk: Int
}

/// A sentence with its flat structure.
struct ParsedSentence: Sendable {
    var range: Range<Int>
    var items: [Item]
    var chunks: [Chunk]
    var nouns: [NounPhrase]
    var verbs: [VerbGroup]
    var clauses: [Clause]
    /// The chunk of each noun phrase.
    var nounChunks: [Int]

    /// Scalars of the text that a noun phrase covers.
    func range(of noun: Int) -> Range<Int> {
        let items = nouns[noun].items
        return self.items[items.lowerBound].range
            .lowerBound..<self.items[items.upperBound - 1].range.upperBound
    }
}

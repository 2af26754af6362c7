/// A piece of evidence for whom a line's topic is about.
enum SubjectEvidence {
    /// Where a word stands beside its name, and the word.
    case word(EvidenceWord, EvidenceWord)
    /// Where it stands or what it is: it may count more for one topic than for another.
    case fact(EvidenceWord)
    /// Such a fact of one of its kind: the kind with a space, then the fact.
    case kind(EvidenceWord, EvidenceWord)
    /// The rules told a topic of it.
    case rule(Topic)

    private static let space: EvidenceWord = " "
    private static let same: EvidenceWord = "rule same"

    /// Adds what it is called to a set, alone and together with the topic that is asked for.
    func add(to set: inout EvidenceSet, for topic: Topic, called word: EvidenceWord) {
        switch self {
        case .word(let side, let name):
            set.insert(side, name)
        case .fact(let name):
            set.insert(name)
            set.insert(word, Self.space, name)
        case .kind(let kind, let name):
            set.insert(kind, name)
            set.insert(word, Self.space, kind, name)
        case .rule(let told):
            guard told == topic else { return }
            set.insert(Self.same)
            set.insert(word, Self.space, Self.same)
        }
    }

    /// What it is called where weights are fitted.
    var name: String {
        switch self {
        case .word(let side, let name): side.text + name.text
        case .fact(let name): name.text
        case .kind(let kind, let name): kind.text + name.text
        case .rule(let topic): "rule \(topic.name)"
        }
    }
}

/// A piece of evidence for whom a line's topic is about.
enum SubjectEvidence: Hashable {
    /// A word beside its name.
    case word(EvidenceWord)
    /// Where it stands or what it is: it may count more for one topic than for another.
    case fact(EvidenceWord)
    /// The rules told a topic of it.
    case rule(Topic)

    /// Adds what it is called to a set, alone and together with the topic that is asked for.
    func add(to set: inout EvidenceSet, for topic: Topic) {
        switch self {
        case .word(let name):
            set.insert(name)
        case .fact(let name):
            set.insert(name)
            set.insert(topic.word, " ", name)
        case .rule(let told):
            guard told == topic else { return }
            set.insert("rule same")
            set.insert(topic.word, " rule same")
        }
    }

    /// What it is called where weights are fitted.
    var name: String {
        switch self {
        case .word(let name): name.text
        case .fact(let name): name.text
        case .rule(let topic): "rule \(topic.name)"
        }
    }
}

import Evidence

/// The lexicon's data files as they are written.
enum LexiconFiles {
    /// The file `english-words.yaml`: closed classes.
    struct Words: Decodable {
        var determiners: [String]
        var prepositions: [String]
        var conjunctions: [String]
        var subordinators: [String]
        var relatives: [String]
        var pronouns: [String]
        var modals: [String]
        var be: [String]
        var have: [String]
        var `do`: [String]
        var negations: [String]
        var adverbs: [String]
        var adjectives: [String]
        var nouns: [String]
    }

    /// The file `english-verbs.yaml`: verbs of one frame.
    struct Verbs: Decodable {
        var frame: Frame
        var verbs: [String]
    }

    /// The file `english-nouns.yaml`: nouns by class.
    struct Nouns: Decodable {
        var company: [String]
        var government: [String]
        var finance: [String]
        var agreement: [String]
        var memorandum: [String]
        var bid: [String]
        var works: [String]
        var person: [String]
        var place: [String]
        var events: [String: [String]]
        var systems: [String]
    }

    /// The file `systems.yaml`: terms of one kind of system.
    struct Systems: Decodable {
        var category: SystemCategory
        var strong: Terms
        var weak: Terms

        struct Terms: Decodable {
            var en: [String]
            var zh: [String]
        }
    }
}

import Evidence

/// The lexicon's data files as they are written.
enum LexiconFiles {
    /// `english-words.yaml`
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

    /// `english-verbs.yaml`
    struct Verbs: Decodable {
        var frame: Frame
        var verbs: [String]
    }

    /// `english-nouns.yaml`
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

    /// `systems.yaml`
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

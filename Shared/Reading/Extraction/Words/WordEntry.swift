import Evidence

/// All that the lexicon knows of a word or a fixed phrase.
struct WordEntry: Sendable {
    var classes: WordClass = []
    var verb: Verb?
    var noun: NounClass = []
    /// The frame that a noun of a deed stands for.
    var event: Frame.Kinds = []
    var system: SystemTerm?

    /// A verb's forms that a word may be, and what the verb tells.
    struct Verb: Sendable {
        var lemma: String
        var forms: Forms
        var frames: Frame.Kinds
        var isNounToo: Bool
        var isIntransitive: Bool
    }

    struct Forms: OptionSet, Sendable {
        let rawValue: UInt8

        static let base = Forms(rawValue: 1 << 0)
        static let third = Forms(rawValue: 1 << 1)
        static let past = Forms(rawValue: 1 << 2)
        static let participle = Forms(rawValue: 1 << 3)
        static let gerund = Forms(rawValue: 1 << 4)
    }
}

/// What kind of system a term speaks of, and how surely.
struct SystemTerm: Sendable, Hashable {
    var category: SystemCategory
    var isStrong: Bool

    /// Whether the term only says in what form comes what the term before it in the same name
    /// says: "patient *register*", "police *software*", "irrigation metering *cloud service*".
    func isForm(of earlier: SystemTerm?) -> Bool {
        guard let earlier, Self.fields.contains(earlier.category) else { return false }
        switch category {
        case .eGovernment, .dataCentre: return !isStrong
        case .governmentCloud: return !isStrong || earlier.isStrong
        default: return false
        }
    }

    /// Kinds that are told by what a system is for, and not by what it is made of.
    private static let fields: Set<SystemCategory> = [
        .health, .education, .finance, .surveillance, .energyUtilities,
        .trafficManagement, .earthObservation, .smartCity, .other,
    ]
}

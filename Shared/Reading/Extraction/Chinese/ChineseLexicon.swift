import Evidence

/// `chinese-words.yaml` as it is written.
struct ChineseWords: Sendable, Decodable {
    var verbs: [String: [String]]
    var coverbs: [String: [String]]
    var planned: [String]
    var progress: [String]
    var done: [String]
    var negated: [String]
    var rumoured: [String]
    var reported: [String]
    var market: [String]
    var own: [String]
    var withheld: [String]
    var respective: [String]
    /// Outcomes that undo what the sentence tells before them.
    var failed: [String]
    /// Nouns for whoever supplies or runs a system.
    var suppliers: [String]
    /// Nouns for whoever pays.
    var payers: [String]
    /// Nouns for parts of a system, which belong to the one spoken of.
    var components: [String]
    /// What stands between a group and its member: the group takes no part.
    var members: [String]
    /// Labels before the price of a whole deal.
    var totals: [String]
    /// Fields that systems serve: they name one only before a noun such as 系统.
    var settings: [String]
    var neutral: [String]
    var nouns: [String: [String]]
    var references: [String: [String]]
}

/// What a Chinese word or phrase is to the reader.
struct ChineseEntry: Sendable {
    var frames: Frame.Kinds = .none
    var coverb: ChineseItem.Role?
    var noun: NounClass = []
    var system: SystemTerm?
    var aspects: Aspects = []
    var reference: NounClass = []
    var pair: Pair?

    struct Aspects: OptionSet, Sendable {
        let rawValue: UInt32

        static let planned = Aspects(rawValue: 1 << 0)
        static let progress = Aspects(rawValue: 1 << 1)
        static let done = Aspects(rawValue: 1 << 2)
        static let negated = Aspects(rawValue: 1 << 3)
        static let rumoured = Aspects(rawValue: 1 << 4)
        static let reported = Aspects(rawValue: 1 << 5)
        /// Talk of a market or a forecast.
        static let market = Aspects(rawValue: 1 << 6)
        /// For a company's own purposes.
        static let own = Aspects(rawValue: 1 << 7)
        static let withheld = Aspects(rawValue: 1 << 8)
        static let respective = Aspects(rawValue: 1 << 9)
        static let failed = Aspects(rawValue: 1 << 10)
        /// A noun for a supplier or whoever runs a system.
        static let supplier = Aspects(rawValue: 1 << 11)
        /// A noun for whoever pays.
        static let payer = Aspects(rawValue: 1 << 12)
        /// A part of a system.
        static let component = Aspects(rawValue: 1 << 13)
        /// Between a group and its member.
        static let member = Aspects(rawValue: 1 << 14)
        /// Before the price of the whole.
        static let total = Aspects(rawValue: 1 << 15)
        /// A field that systems serve, and no system itself: 教育, 海关.
        static let setting = Aspects(rawValue: 1 << 16)
    }

    /// Which of the parties named before is meant.
    enum Pair: String, Sendable { case former, latter, both }
}

/// Chinese words and system terms, found by longest match.
struct ChineseLexicon: Sendable {
    private(set) var phrases = PhraseMap<ChineseEntry>()

    init(_ words: ChineseWords, systems: [LexiconFiles.Systems]) {
        for word in words.neutral { update(word) { _ in } }
        for (frame, list) in words.verbs {
            guard let frame = Frame(rawValue: frame) else { continue }
            for word in list { update(word) { $0.frames.formUnion(Frame.Kinds(frame)) } }
        }
        for (role, list) in words.coverbs {
            for word in list { update(word) { $0.coverb = ChineseItem.Role(rawValue: role) } }
        }
        addAspects(words)
        for (name, list) in words.nouns {
            for word in list { update(word) { $0.noun.formUnion(NounClass(named: name)) } }
        }
        for (name, list) in words.references {
            for word in list {
                update(word) {
                    $0.reference.formUnion(NounClass(named: name))
                    $0.pair = ChineseEntry.Pair(rawValue: name) ?? $0.pair
                }
            }
        }
        addSystems(systems)
    }

    private mutating func addAspects(_ words: ChineseWords) {
        let aspects: [([String], ChineseEntry.Aspects)] = [
            (words.planned, .planned), (words.progress, .progress), (words.done, .done),
            (words.negated, .negated), (words.rumoured, .rumoured), (words.reported, .reported),
            (words.market, .market), (words.own, .own), (words.withheld, .withheld),
            (words.respective, .respective), (words.failed, .failed),
            (words.suppliers, .supplier), (words.payers, .payer),
            (words.components, .component), (words.members, .member), (words.totals, .total),
            (words.settings, .setting),
        ]
        for (list, aspect) in aspects {
            for word in list { update(word) { $0.aspects.formUnion(aspect) } }
        }
    }

    private mutating func addSystems(_ systems: [LexiconFiles.Systems]) {
        for system in systems {
            for term in system.weak.zh {
                update(term) {
                    $0.system = $0.system ?? SystemTerm(category: system.category, isStrong: false)
                }
            }
            for term in system.strong.zh {
                update(term) { $0.system = SystemTerm(category: system.category, isStrong: true) }
            }
        }
    }

    private mutating func update(_ phrase: String, _ change: (inout ChineseEntry) -> Void) {
        let words = LexemeReader.words(of: phrase)
        var entry = phrases[words: words] ?? ChineseEntry()
        change(&entry)
        phrases.insert(words: words, entry)
    }
}

extension NounClass {
    /// The class that the data files call so; none for an unknown name.
    init(named name: String) {
        switch name {
        case "company": self = .company
        case "government": self = .government
        case "finance": self = .finance
        case "agreement": self = .agreement
        case "memorandum": self = .memorandum
        case "works": self = .works
        case "system": self = .system
        default: self = []
        }
    }
}

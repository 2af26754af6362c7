import Evidence

/// English words and fixed phrases, with every inflected form.
struct EnglishLexicon: Sendable {
    private(set) var phrases = PhraseMap<WordEntry>()

    init(
        words: LexiconFiles.Words,
        verbs: [LexiconFiles.Verbs],
        nouns: LexiconFiles.Nouns,
        systems: [LexiconFiles.Systems]
    ) {
        for group in verbs {
            for verb in group.verbs { addVerb(verb, frame: group.frame) }
        }
        addNouns(nouns)
        for system in systems {
            addTerms(system.weak.en, SystemTerm(category: system.category, isStrong: false))
            addTerms(system.strong.en, SystemTerm(category: system.category, isStrong: true))
        }
        addClosedClasses(words)
    }

    private mutating func update(_ phrase: String, _ change: (inout WordEntry) -> Void) {
        let words = LexemeReader.words(of: phrase)
        var entry = phrases[words: words] ?? WordEntry()
        change(&entry)
        phrases.insert(words: words, entry)
    }
}

// MARK: - Verbs

extension EnglishLexicon {
    /// Adds one verb as the file writes it: `build > built > built`, `supply/n`, `open/i`.
    private mutating func addVerb(_ text: String, frame: Frame) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let flags = parts.count > 1 ? parts[1] : ""
        let forms = parts[0].split(separator: ">").map { $0.trimmingSpaces() }
        guard let base = forms.first else { return }
        let verb = WordEntry.Verb(
            lemma: base,
            forms: .base,
            frames: Frame.Kinds(frame),
            isNounToo: flags.contains("n"),
            isIntransitive: flags.contains("i")
        )
        add(base, .base, verb)
        add(Self.onFirstWord(base, Inflection.sForm), .third, verb)
        add(Self.onFirstWord(base, Inflection.gerund), .gerund, verb)
        let past = forms.count == 3 ? forms[1] : Self.onFirstWord(base, Inflection.past)
        add(past, .past, verb)
        add(forms.count == 3 ? forms[2] : past, .participle, verb)
    }

    private mutating func add(
        _ form: String,
        _ forms: WordEntry.Forms,
        _ verb: WordEntry.Verb
    ) {
        update(form) { entry in
            guard var known = entry.verb else {
                var new = verb
                new.forms = forms
                entry.verb = new
                return
            }
            // Another frame of the same verb adds to it; of two verbs the first is kept.
            guard known.lemma == verb.lemma else { return }
            known.forms.formUnion(forms)
            known.frames.formUnion(verb.frames)
            known.isNounToo = known.isNounToo || verb.isNounToo
            known.isIntransitive = known.isIntransitive || verb.isIntransitive
            entry.verb = known
        }
    }

    private static func onFirstWord(_ phrase: String, _ change: (String) -> String) -> String {
        var words = phrase.split(separator: " ").map(String.init)
        guard let first = words.first else { return phrase }
        words[0] = change(first)
        return words.joined(separator: " ")
    }
}

// MARK: - Nouns and terms

extension EnglishLexicon {
    private mutating func addNouns(_ nouns: LexiconFiles.Nouns) {
        let classes: [([String], NounClass)] = [
            (nouns.company, .company), (nouns.government, .government),
            (nouns.finance, .finance), (nouns.agreement, .agreement),
            (nouns.memorandum, .memorandum), (nouns.bid, .bid), (nouns.works, .works),
            (nouns.person, .person), (nouns.place, .place), (nouns.systems, .system),
        ]
        for (list, noun) in classes {
            for word in list { addNoun(word) { $0.noun.formUnion(noun) } }
        }
        for (frame, list) in nouns.events {
            guard let frame = Frame(rawValue: frame) else { continue }
            for word in list {
                addNoun(word) {
                    $0.noun.formUnion(.event)
                    $0.event.formUnion(Frame.Kinds(frame))
                }
            }
        }
    }

    private mutating func addNoun(_ word: String, _ change: (inout WordEntry) -> Void) {
        update(word, change)
        update(Inflection.plural(word), change)
    }

    private mutating func addTerms(_ terms: [String], _ term: SystemTerm) {
        for word in terms {
            addNoun(word) {
                if $0.system == nil || term.isStrong { $0.system = term }
            }
        }
    }

    private mutating func addClosedClasses(_ words: LexiconFiles.Words) {
        let classes: [([String], WordClass)] = [
            (words.determiners, .determiner), (words.prepositions, .preposition),
            (words.conjunctions, .conjunction), (words.subordinators, .subordinator),
            (words.relatives, .relative), (words.pronouns, .pronoun), (words.modals, .modal),
            (words.be, .be), (words.have, .have), (words.do, .do),
            (words.negations, .negation), (words.adverbs, .adverb),
            (words.adjectives, .adjective), (words.nouns, .noun),
        ]
        for (list, word) in classes {
            for form in list { update(form) { $0.classes.formUnion(word) } }
        }
    }
}

extension StringProtocol {
    /// Without spaces at its ends.
    fileprivate func trimmingSpaces() -> String {
        var part = Substring(self)
        while part.first == " " { part = part.dropFirst() }
        while part.last == " " { part = part.dropLast() }
        return String(part)
    }
}

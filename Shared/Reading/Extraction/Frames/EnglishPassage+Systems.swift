import Evidence

/// Which noun phrases name systems, and of what kind.
extension EnglishPassage {
    struct Category {
        var category: SystemCategory
        var weight: Double
    }

    /// The systems that noun phrases name, also by way of a deed or a paper: "the construction of
    /// a data centre", "a contract for cameras".
    func systems(_ nouns: [Int], depth: Int = 0) -> [Int] {
        guard depth < 3 else { return [] }
        return nouns.flatMap { systems(of: $0, depth: depth) }
    }

    private func systems(of noun: Int, depth: Int) -> [Int] {
        let head = head(noun)
        if head.tag == .quantity || isMeasured(noun) {
            // "800 km of optical fibre"
            return systems(
                phrases(after: noun).filter { $0.preposition == "of" }.flatMap(\.nouns),
                depth: depth + 1
            )
        }
        guard head.mention == nil, let entry = head.entry else {
            return namesSystem(noun) ? [noun] : []
        }
        let isDeed = entry.noun.contains(.event)
        if isDeed, entry.event.containsAny(.partner, .involve, .invest, .train, .acquire),
            !entry.event.containsAny(.build, .supply, .use)
        {
            return inner(noun, depth)
        }
        let isPaper = !entry.noun.isDisjoint(with: [.agreement, .memorandum, .bid, .finance])
        let isIndirect =
            isDeed || isPaper || entry.noun.contains(.works) || Self.parts.contains(head.text)
        if isIndirect, coreWeight(noun) < 3 || isDeed || isPaper {
            let found = inner(noun, depth)
            if !found.isEmpty { return found }
            if isPaper { return coreWeight(noun) >= 3 ? [noun] : purposes(of: noun) }
        }
        if isDeed, coreWeight(noun) == 0 { return [] }
        return namesSystem(noun) ? [noun] : []
    }

    /// "800 km", "20 tonnes": a number with a unit that is no known noun.
    private func isMeasured(_ noun: Int) -> Bool {
        guard head(noun).entry == nil, head(noun).mention == nil, coreWeight(noun) == 0 else {
            return false
        }
        return items(noun).contains { $0.tag == .quantity }
            && phrases(after: noun).first?.preposition == "of"
    }

    /// As ``systems(_:depth:)``, but equipment of any kind counts: for gifts and loans, whose
    /// receiver is named.
    func goods(_ nouns: [Int]) -> [Int] {
        let named = systems(nouns)
        guard named.isEmpty else { return named }
        return nouns.flatMap { noun -> [Int] in
            if isKind(noun, .system), head(noun).mention == nil, !isReference(noun) {
                return [noun]
            }
            guard
                Self.parts.contains(head(noun).text) || head(noun).tag == .quantity
                    || isMeasured(noun)
            else { return [] }
            return phrases(after: noun).prefix(1).flatMap(\.nouns).filter { isKind($0, .system) }
        }
    }

    /// Words that name a part or a kind of what follows "of".
    private static let parts: Set<String> = [
        "part", "parts", "use", "kind", "kinds", "number", "range", "series", "first", "phase",
        "phases",
        "stage", "types", "type", "batch", "units", "unit", "sets", "set", "pieces", "dozens",
        "hundreds",
        "thousands", "pair", "total", "array", "variety", "half", "most", "rest", "bulk",
        "licences", "licenses",
    ]

    private func inner(_ noun: Int, _ depth: Int) -> [Int] {
        phrases(after: noun).filter { ["of", "for", "on", "in", "to"].contains($0.preposition) }
            .flatMap { systems($0.nouns, depth: depth + 1) }
    }

    /// The systems of an infinitive after a noun: "a contract *to build a data centre*".
    func purposes(of noun: Int) -> [Int] {
        var chunk = sentence.nounChunks[noun] + 1
        while chunk < sentence.chunks.count {
            switch sentence.chunks[chunk] {
            case .verb(let verb) where sentence.verbs[verb].form == .infinitive:
                guard let clause = sentence.clauses.first(where: { $0.chunk == chunk }) else {
                    return []
                }
                return systems(clause.objects)
            case .preposition, .noun, .conjunction, .other: chunk += 1
            default: return []
            }
        }
        return []
    }

    /// Whether a noun phrase names a system, or points back to one.
    func namesSystem(_ noun: Int) -> Bool {
        let head = head(noun)
        if isReference(noun) {
            return head.tag == .pronoun
                ? false : context.lastDraft != nil || head.entry?.system != nil
        }
        if let party = party(head) {
            let weight = coreWeight(noun)
            switch party.kind {
            case .system: return true
            case .policy, .organization: return weight > 0
            case .publicBody: return weight >= 3
            default: return false
            }
        }
        guard let entry = head.entry else { return coreWeight(noun) >= 3 }
        if !entry.noun.isDisjoint(with: [.company, .government, .person, .finance, .paper]),
            entry.system == nil
        {
            return false
        }
        if let term = entry.system, !term.isStrong {
            if !entry.noun.isDisjoint(with: [.company, .government, .person]) { return false }
            if context.parts.has(head, \.domains) { return isSeveral(noun) }
        }
        if entry.system != nil { return true }
        if coreWeight(noun) > 0 { return true }
        // "equipment", "a platform": only with something that tells what it is for.
        guard !entry.noun.isDisjoint(with: [.system, .works]) else { return false }
        return category(of: noun).weight > 0
    }

    /// Whether a noun phrase has a plain term of a system before its head.
    private func isSeveral(_ noun: Int) -> Bool {
        core(noun).dropLast().contains { $0.entry?.system?.isStrong ?? false }
    }

    /// The weight of the system terms within a noun phrase.
    func coreWeight(_ noun: Int) -> Double {
        core(noun).reduce(0) { max($0, Self.weight($1)) }
    }

    private static func weight(_ item: Item) -> Double {
        guard let term = item.entry?.system else { return 0 }
        return term.isStrong ? 3 : 1
    }

    /// What kind of system a noun phrase names: the terms in it, then those of its purpose.
    func category(of noun: Int) -> Category {
        var best = Category(category: .other, weight: 0)
        var said: SystemTerm?
        var position = 0.0
        for item in core(noun) {
            guard let term = item.entry?.system else { continue }
            position += 0.01
            let weight = Self.weight(item) + position
            guard weight > best.weight, !term.isForm(of: said) else { continue }
            best = Category(category: term.category, weight: weight)
            said = term
        }
        let isPlace = best.category == .dataCentre && best.weight >= 3
        for (item, factor) in complements(of: noun) {
            guard let term = item.entry?.system, !isPlace else { continue }
            let weight = Self.weight(item) * factor
            if weight > best.weight { best = Category(category: term.category, weight: weight) }
        }
        if best.weight == 0, head(noun).mention != nil,
            let topic = sentenceTopic ?? sentence.items.lazy.compactMap({ $0.entry?.system }).first
                ?? context.topic
        {
            return Category(category: topic.category, weight: 0.5)
        }
        if best.weight == 0, isBackward(noun), let topic = sentenceTopic ?? context.topic {
            return Category(category: topic.category, weight: 0.5)
        }
        if best.weight == 0, isKind(noun, .system),
            let topic = bodyTopic ?? sentenceTopic ?? (isPublicThing(noun) ? context.topic : nil)
        {
            return Category(category: topic.category, weight: 0.4)
        }
        if best.weight == 0, isKind(noun, .system), hasBody {
            return Category(category: .other, weight: 0.2)
        }
        return best
    }

    /// Whether a system stands beside a body of government, or behind its maker's name.
    private func isPublicThing(_ noun: Int) -> Bool {
        hasBody || premodifiers(noun).contains(where: \.isCompany)
    }

    private var hasBody: Bool { mentions.contains { $0.kind == .publicBody } }

    /// What a body of the sentence is there for: a customs service's platform is one for customs.
    private var bodyTopic: SystemTerm? {
        sentence.items.lazy.filter { item in
            item.mention.map { mentions[$0].kind == .publicBody } ?? false
        }
        .compactMap { $0.entry?.system }.first
    }

    /// "the project", "its Lahore project", "Kenya's system": a general word for what the text is about.
    private func isBackward(_ noun: Int) -> Bool {
        guard isKind(noun, [.works, .system]), !isKind(noun, [.company, .person, .finance]) else {
            return false
        }
        let first = sentence.items[sentence.nouns[noun].items.lowerBound]
        return sentence.nouns[noun].possessive != nil
            || ["the", "this", "its", "their", "these", "his", "own"].contains(first.text)
    }

    /// The items after a noun phrase that tell its purpose, with how far they count.
    private func complements(of noun: Int) -> [(Item, Double)] {
        var found: [(Item, Double)] = []
        var factor = 0.8
        var index = sentence.nouns[noun].items.upperBound
        var count = 0
        scan: while index < sentence.items.count, count < 14 {
            let item = sentence.items[index]
            switch item.tag {
            case .preposition:
                switch item.text {
                case "for": factor = 1.1
                case "of", "with", "on": factor = 0.9
                case "to": factor = 0.6
                case "by", "from", "in", "at", "across", "worth", "such as", "like": factor = 0.3
                default: factor = 0.5
                }
            case .comma, .stop, .relative, .subordinator, .modal, .be, .have, .auxiliaryDo:
                break scan
            case .conjunction:
                factor *= 0.8
            case .verb:
                let reading = item.entry?.verb?.forms ?? []
                if !reading.contains(.gerund),
                    sentence.verbs.contains(where: { $0.main == index && $0.form == .finite })
                {
                    break scan
                }
                if sentence.verbs.contains(where: { $0.main == index && $0.form == .participle }) {
                    factor = 0.4
                }
            default:
                found.append((item, factor))
            }
            index += 1
            count += 1
        }
        return found
    }
}

import Evidence

/// The parts of companies that no grammatical rule has told, by what stands around their names.
///
/// "cameras from X", "was the work of X", "the order went to X", "the builder is X": a word of a
/// deal and a preposition link a company to the system that stands nearest. It asserts nothing where
/// a word of competition, doubt or trade in companies stands in the same stretch.
extension EnglishPassage {
    mutating func readParts() {
        for noun in sentence.nouns.indices {
            let companies = namedSuppliers(noun).filter { !isTaken($0) }
            guard !companies.isEmpty, !isBarred(around: sentence.nounChunks[noun]),
                let rule = link(of: noun)
            else { continue }
            place(companies, noun, rule: "parts.\(rule)@1")
        }
    }

    /// The companies that a noun phrase names at its head or as the maker of a thing.
    private func namedSuppliers(_ noun: Int) -> [Party] {
        if let party = named(noun) { return party.isCompany ? [party] : [] }
        if isHostedPlace(noun) { return premodifiers(noun).filter(\.isCompany) }
        guard sentence.nouns[noun].possessive == nil || isKind(noun, [.agreement, .works]) else {
            return []
        }
        let isThing =
            isKind(noun, [.system, .agreement]) || head(noun).entry?.system != nil
            || context.parts.has(head(noun), \.got)
        return isThing ? premodifiers(noun).filter(\.isCompany) : []
    }

    /// "in X's cloud", "from X's edge": what a system of somebody else's stands on.
    private func isHostedPlace(_ noun: Int) -> Bool {
        let chunk = sentence.nounChunks[noun]
        guard sentence.nouns[noun].possessive != nil, context.parts.has(head(noun), \.places),
            chunk > 0, case .preposition(let word) = sentence.chunks[chunk - 1],
            ["in", "on", "from", "to", "onto", "at"].contains(word)
        else { return false }
        return anchored(\.hosted, before: chunk - 1)
    }

    /// Whether a rule has given a company its part in this sentence.
    private func isTaken(_ party: Party) -> Bool {
        (Array(slots.values) + implicit).contains { draft in
            (draft.suppliers + draft.financiers + draft.recipients + draft.operators).contains {
                $0.entity == party.entity
            }
        }
    }

    // MARK: - Bars

    /// The chunks of the stretch between colons, semicolons and "but" that a chunk stands in.
    func stretch(around chunk: Int) -> Range<Int> {
        func isEdge(_ chunk: Chunk) -> Bool {
            switch chunk {
            case .stop: true
            case .conjunction(let word): word == "but"
            case .subordinator(let word):
                ["while", "whereas", "although", "though", "because", "if"]
                    .contains(word)
            default: false
            }
        }
        let lower = sentence.chunks[..<chunk].lastIndex(where: isEdge).map { $0 + 1 } ?? 0
        let upper =
            sentence.chunks[(chunk + 1)...].firstIndex(where: isEdge) ?? sentence.chunks.count
        return lower..<upper
    }

    /// Whether something in the same stretch keeps it from telling of a deal.
    private func isBarred(around chunk: Int) -> Bool {
        let stretch = stretch(around: chunk)
        if stretch.lowerBound > 0,
            case .subordinator("if") = sentence.chunks[stretch.lowerBound - 1]
        {
            return true
        }
        for place in stretch {
            switch sentence.chunks[place] {
            case .noun(let noun):
                if items(noun).contains(where: { context.parts.has($0, \.bars) }) { return true }
                let first = items(noun).first?.text ?? ""
                if ["no", "neither", "nobody", "nothing", "none"].contains(first) { return true }
            case .verb(let verb):
                let group = sentence.verbs[verb]
                if group.isNegated || group.isTentative || group.modal == "would" { return true }
                if context.parts.has(sentence.items[group.main], \.bars) { return true }
            default: break
            }
        }
        return false
    }

    // MARK: - Links

    /// How a noun phrase is linked to a deal; `nil` where it is not.
    private func link(of noun: Int, depth: Int = 0) -> String? {
        let chunk = listHead(sentence.nounChunks[noun])
        guard depth < 3 else { return nil }
        if named(noun) == nil { return isHostedPlace(noun) ? "place" : thingLink(noun) }
        if chunk > 0, case .preposition(let word) = sentence.chunks[chunk - 1] {
            return prepositionLink(word, before: chunk - 1, depth, of: noun)
        }
        if let outer = namedBy(chunk) { return link(of: outer, depth: depth + 1) ?? nil }
        return subjectLink(noun) ?? copulaLink(noun)
    }

    /// The chunk where the list that a noun phrase is in begins, over names apposed to nouns.
    private func listHead(_ chunk: Int) -> Int {
        var first = chunk
        while first >= 2 {
            var glue = first - 1
            if case .conjunction = sentence.chunks[glue], case .comma = sentence.chunks[glue - 1] {
                glue -= 1
            }
            switch sentence.chunks[glue] {
            case .conjunction, .comma: break
            default: return first
            }
            guard glue > 0, case .noun(let earlier) = sentence.chunks[glue - 1],
                named(earlier)?.isCompany == true || isKind(earlier, .company)
            else { return first }
            first = glue - 1
        }
        return first
    }

    /// The noun in "a company called X".
    private func namedBy(_ chunk: Int) -> Int? {
        guard chunk >= 2, case .verb(let verb) = sentence.chunks[chunk - 1],
            ["name", "call", "dub"].contains(sentence.verbs[verb].lemma),
            case .noun(let noun) = sentence.chunks[chunk - 2], isKind(noun, .company)
        else { return nil }
        return noun
    }

    private func prepositionLink(
        _ word: String,
        before chunk: Int,
        _ depth: Int,
        of noun: Int
    ) -> String? {
        if let group = groupLink(word, before: chunk, depth, of: noun) { return group }
        switch word {
        case "by": return agentLink(before: chunk, isOwned: !buyers(besides: noun).isEmpty)
        case "from":
            if isMove(chunk, towards: "to") { return nil }
            return anchored(\.got, before: chunk) ? "from" : nil
        case "with", "together with", "alongside", "along with", "in partnership with",
            "in cooperation with", "in collaboration with":
            return anchored(\.dealt, before: chunk) ? "with" : nil
        case "to":
            if isMove(chunk, towards: "from") { return "to" }
            return anchored(\.handed, before: chunk) ? "to" : nil
        case "on", "onto": return anchored(\.hosted, before: chunk) ? "on" : nil
        case "of":
            if anchored(\.places, before: chunk, reach: 1), anchored(\.hosted, before: chunk) {
                return "place"
            }
            return anchored(\.made, before: chunk, reach: 1) ? "of" : nil
        case "through", "via":
            return anchored(\.got, before: chunk) ? "through" : nil
        default: return nil
        }
    }

    /// "took its files from X to Y": whether the phrase at a chunk has its counterpart in the clause.
    private func isMove(_ chunk: Int, towards word: String) -> Bool {
        sentence.clauses.contains { clause in
            clause.phrases.contains { $0.chunk == chunk }
                && clause.phrases.contains { phrase in
                    phrase.preposition == word
                        && !parties(phrase.nouns, where: \.isCompany).isEmpty
                }
        }
    }

    /// "the consortium of X and Y", "a group led by X": as the group stands.
    private func groupLink(
        _ word: String,
        before chunk: Int,
        _ depth: Int,
        of noun: Int
    ) -> String? {
        var place = chunk - 1
        if word == "by", place >= 1, case .verb(let verb) = sentence.chunks[place],
            ["lead", "head", "form"].contains(sentence.verbs[verb].lemma)
        {
            place -= 1
        } else if !["of", "under", "between", "including"].contains(word) {
            return nil
        }
        guard place >= 0, case .noun(let group) = sentence.chunks[place],
            context.parts.has(head(group), \.groups)
        else { return nil }
        let outer = sentence.nounChunks[group]
        guard outer > 0, case .preposition(let before) = sentence.chunks[outer - 1] else {
            return subjectLink(group)
        }
        return prepositionLink(before, before: outer - 1, depth + 1, of: noun)
    }

    /// "was kitted out last year by X", "a platform by X".
    ///
    /// A maker's word such as "made by" tells of a deal only where a body or place gets the thing.
    private func agentLink(before chunk: Int, isOwned: Bool) -> String? {
        var place = chunk - 1
        var steps = 0
        while place >= 0, steps < 6 {
            switch sentence.chunks[place] {
            case .verb(let verb):
                let group = sentence.verbs[verb]
                let isMade =
                    isOwned && ["make", "manufacture", "write", "feed"].contains(group.lemma)
                return group.isPassive && (isDeed(group) || isMade) ? "by" : nil
            case .noun(let noun):
                if steps == 0, namesSystem(noun), !isKind(noun, .bid) { return "by" }
            case .stop, .subordinator, .relative: return nil
            default: break
            }
            place -= 1
            steps += 1
        }
        return nil
    }

    private func isDeed(_ verb: VerbGroup) -> Bool {
        verb.frames.containsAny(.supply, .build, .operate, .launch, .donate, .train)
            || context.parts.has(sentence.items[verb.main], \.deeds)
    }

    /// Whether one of the nearest words to the left is in a list.
    private func anchored(
        _ list: KeyPath<PartWords, Set<String>>,
        before chunk: Int,
        reach: Int = 6
    ) -> Bool {
        var place = chunk - 1
        var steps = 0
        while place >= 0, steps < reach {
            switch sentence.chunks[place] {
            case .verb(let verb):
                if context.parts.has(sentence.items[sentence.verbs[verb].main], list) {
                    return true
                }
            case .noun(let noun):
                if context.parts.has(head(noun), list) { return true }
                if list == \.got, namesSystem(noun) { return true }
            case .stop, .subordinator: return false
            default: break
            }
            place -= 1
            steps += 1
        }
        return false
    }

    // MARK: - Subjects and things

    /// "X fitted out N".
    private func subjectLink(_ noun: Int) -> String? {
        for (place, clause) in sentence.clauses.enumerated() where clause.subjects.contains(noun) {
            let verb = sentence.verbs[clause.verb]
            guard !verb.isPassive, isDeed(verb), !isDenied(place) else { continue }
            if clause.objects.contains(where: isOwn) { return nil }
            return "subject"
        }
        return nil
    }

    /// "its own data centre".
    private func isOwn(_ noun: Int) -> Bool {
        items(noun).contains { ["own", "its", "their"].contains($0.text) }
    }

    /// "the builder is X", "X is the integrator".
    private func copulaLink(_ noun: Int) -> String? {
        let chunk = sentence.nounChunks[noun]
        if chunk == 2, case .stop = sentence.chunks[1], case .noun(let title) = sentence.chunks[0],
            context.parts.has(head(title), \.titles)
        {
            return "title"
        }
        for clause in sentence.clauses
        where ["be", "remain", "become"].contains(sentence.verbs[clause.verb].lemma) {
            let sides = [(clause.subjects, clause.objects), (clause.objects, clause.subjects)]
            for (one, other) in sides where one.contains(noun) {
                if other.contains(where: { context.parts.has(head($0), \.titles) }) {
                    return "title"
                }
            }
        }
        return nil
    }

    /// "bought a Hikvision system", "renewed Oracle's contract".
    private func thingLink(_ noun: Int) -> String? {
        for clause in sentence.clauses {
            let verb = sentence.verbs[clause.verb]
            let around =
                clause.objects + clause.phrases.flatMap(\.nouns)
                + (verb.isPassive ? clause.subjects : [])
            guard around.contains(noun) || (verb.lemma == "be" && clause.subjects.contains(noun))
            else { continue }
            if isKind(noun, .agreement) {
                if verb.frames.containsAny(.sign, .award, .win, .give) || verb.lemma == "renew"
                    || verb.lemma == "extend"
                {
                    return "paper"
                }
                continue
            }
            if verb.frames.containsAny(.use, .build, .operate, .launch, .transfer)
                || verb.lemma == "be"
            {
                return "thing"
            }
        }
        return isOwnersThing(noun) ? "thing" : nil
    }

    /// "The police watch the streets on screens fed by Acme cameras": a maker's thing in a clause
    /// about a body or place.
    private func isOwnersThing(_ noun: Int) -> Bool {
        guard isKind(noun, .system), category(of: noun).weight >= 1 else { return false }
        let stretch = stretch(around: sentence.nounChunks[noun])
        return sentence.clauses.contains { clause in
            stretch.contains(clause.chunk) && sentence.verbs[clause.verb].form == .finite
                && !parties(clause.subjects) {
                    isGovernment($0) && $0.kind != .country
                        && (!$0.isGeneric || $0.kind == .territory)
                }.isEmpty
                && !sentence.verbs[clause.verb].frames.containsAny(
                    .announce,
                    .regulate,
                    .cancel,
                    .end,
                    .plan,
                    .suspend
                )
        }
    }
}

import Evidence

/// The systems and governments that companies are put to by the words around their names.
extension EnglishPassage {
    /// Gives companies their part in the system that stands nearest, else in the last one told.
    mutating func place(_ companies: [Party], _ noun: Int, rule: String) {
        let chunk = sentence.nounChunks[noun]
        let clause = sentence.clauses.indices.last {
            sentence.clauses[$0].extent.contains(chunk)
                || sentence.clauses[$0].subjects.contains(noun)
        }
        let status = clause.map { self.status($0, done: .operational) }
        let buyers = buyers(besides: noun)
        let context = context
        let fill = { (draft: inout Draft) in
            // "the utility installed meters, most of them from X": the utility gets them.
            let isMade =
                rule.hasPrefix("parts.by")
                && draft.suppliers.allSatisfy {
                    $0.kind == .stateOwnedEnterprise && context.isAtHome($0.entity, draft)
                }
            if rule.hasPrefix("parts.from") || isMade, !draft.suppliers.isEmpty,
                draft.recipients.isEmpty,
                draft.rules.allSatisfy({ $0.hasPrefix("build.active") })
            {
                draft.recipients = draft.suppliers
                draft.suppliers = []
            }
            draft.add(companies, to: \.suppliers)
            if draft.recipients.isEmpty { draft.add(buyers, to: \.recipients) }
            if let status { draft.setStatus(status.0, rank: min(status.1, 2)) }
            draft.fire(rule)
        }
        if let target = nearestSystem(to: noun) {
            slot(target, fill)
            if let clause { attach(sentence.clauses[clause], to: target) }
        } else if context.lastDraft != nil, order.isEmpty, !hasOtherCountry, !hasOtherBuyer {
            implicitSlot(noun, fill)
        }
    }

    /// Whether the sentence names a country that the last draft is not about.
    private var hasOtherCountry: Bool {
        guard let last = context.lastDraft else { return false }
        let draft = context.drafts[last]
        let known = Set(
            (draft.recipients + draft.places).compactMap { context.country(of: $0.entity) }
        )
        guard !known.isEmpty else { return false }
        return mentions.contains { mention in
            mention.use != .demonym && mention.kind == .country && !known.contains(mention.entity)
        }
    }

    /// Whether the sentence tells what another body than the last draft's does.
    private var hasOtherBuyer: Bool {
        guard let last = context.lastDraft else { return false }
        let known = Set(context.drafts[last].recipients.map(\.entity))
        guard !known.isEmpty else { return false }
        return sentence.clauses.contains { clause in
            clause.subjects.contains { noun in
                parties([noun], where: isGovernment).contains {
                    $0.kind == .publicBody && !known.contains($0.entity)
                }
            }
        }
    }

    /// The noun phrase that names a system and stands nearest, the same clause's before others.
    private func nearestSystem(to noun: Int) -> Int? {
        let chunk = sentence.nounChunks[noun]
        let own = sentence.clauses.last { $0.extent.contains(chunk) || $0.subjects.contains(noun) }
        var best: (noun: Int, score: Double)?
        for other in sentence.nouns.indices where named(other)?.kind != .company {
            let weight = systemWeight(other)
            guard weight > 0 else { continue }
            let place = sentence.nounChunks[other]
            var score = weight - 0.12 * Double(abs(place - chunk))
            if slots[other] != nil { score += 0.5 }
            if let own,
                own.extent.contains(place) || own.subjects.contains(other)
                    || own.objects.contains(other)
            {
                score += 0.8
            }
            if let old = best, old.score >= score { continue }
            best = (other, score)
        }
        return best.flatMap { $0.score > 0.3 ? $0.noun : nil }
    }

    /// How plainly a noun phrase names a system: 0 for not at all.
    private func systemWeight(_ noun: Int) -> Double {
        if isReference(noun) { return 0 }
        if isKind(noun, [.agreement, .memorandum, .bid, .finance, .person]) {
            return coreWeight(noun) >= 3 ? 1.5 : 0
        }
        if let party = named(noun), party.kind != .system, party.kind != .policy {
            // "the contract to modernise the land registry went to X"
            return party.kind == .publicBody && coreWeight(noun) >= 3 ? 1.2 : 0
        }
        if isKind(noun, [.company, .government]), head(noun).entry?.system == nil { return 0 }
        let weight = coreWeight(noun)
        if weight >= 3 { return 3 }
        if weight > 0 { return 2 }
        guard isKind(noun, [.system, .works, .event]) || head(noun).entry == nil,
            head(noun).tag == .noun
        else { return 0 }
        let purpose = category(of: noun).weight
        return purpose >= 1.5 ? 1.8 : isKind(noun, .system) && purpose > 0 ? 1 : 0
    }

    private func isSystemChunk(_ chunk: Int) -> Bool {
        guard case .noun(let noun) = sentence.chunks[chunk] else { return false }
        return namesSystem(noun) || isKind(noun, [.agreement, .memorandum, .works])
    }

    /// The body or place that the sentence names as the one that gets something.
    func buyers(besides noun: Int) -> [Party] {
        let chunk = sentence.nounChunks[noun]
        var bodies: [Party] = []
        var others: [Party] = []
        let own = stretch(around: chunk)
        let ordered =
            sentence.nouns.indices.filter { own.contains(sentence.nounChunks[$0]) }
            + sentence.nouns.indices.filter { !own.contains(sentence.nounChunks[$0]) }
        for other in ordered where other != noun {
            let place = sentence.nounChunks[other]
            if !own.contains(place), !bodies.isEmpty { break }
            var word = ""
            if place > 0, case .preposition(let before) = sentence.chunks[place - 1] {
                word = before
            }
            // "X of Stockholm": where a company is at home.
            if place == chunk + 2, word == "of" || word == "in" || word == "from" { continue }
            let isSubject = sentence.clauses.contains { $0.subjects.contains(other) }
            let isOf = word == "of" && place >= 2 && isSystemChunk(place - 2)
            let isGiven = isOf || ["to", "for", "on behalf of", "by", "with"].contains(word)
            guard isSubject || isGiven || (word.isEmpty && place < chunk) else { continue }
            let found = parties([other], where: isGovernment)
            bodies += found.filter { $0.kind == .publicBody }
            others += found.filter { $0.kind != .publicBody && isSubject }
            if !isKind(other, .government) {
                let owners =
                    governmentsBefore(other) + (meantOwner(other).map { [$0] } ?? [])
                bodies += owners.filter { $0.kind == .publicBody }
                if sentence.nouns[other].possessive != nil, place < chunk {
                    others += owners.filter { $0.kind == .territory && isGovernment($0) }
                }
            }
        }
        return Array((bodies.isEmpty ? others : bodies).prefix(1))
    }
}

/// What stands to the left of a verb: its subject, or what it describes.
extension ClauseBuilder {
    mutating func readLeft(_ clause: inout Clause) {
        let group = verbs[clause.verb]
        switch group.form {
        case .infinitive:
            readGovernor(&clause)
        case .participle, .gerund:
            readModified(&clause)
        case .finite:
            readSubject(&clause)
        }
    }

    /// The clause before, that an infinitive belongs to.
    private func readGovernor(_ clause: inout Clause) {
        guard let previous = clauses.indices.last else { return }
        clause.governor = previous
        clause.isSubjectShared = true
        let outer = clauses[previous]
        let isHanded =
            verbs[outer.verb].frames.containsAny(.select, .require, .award, .approve)
            && !verbs[outer.verb].isPassive
        clause.subjects =
            isHanded && !outer.objects.isEmpty
            ? (outer.indirect.isEmpty ? outer.objects : outer.indirect) : outer.subjects
    }

    /// What a participle describes: the phrase before it, or the subject of the main clause.
    private func readModified(_ clause: inout Clause) {
        var index = clause.chunk - 1
        var isJoined = false
        while index >= 0 {
            switch chunks[index] {
            case .noun(let noun):
                let group = verbs[clause.verb]
                if isJoined, let previous = clauses.last,
                    verbs[previous.verb].isPassive == group.isPassive,
                    previous.extent.upperBound >= index
                {
                    clause.subjects = previous.subjects
                    clause.isSubjectShared = true
                    clause.isModifier = previous.isModifier
                    return
                }
                clause.subjects = modified(by: clause, noun: noun, at: index)
                clause.isModifier = true
                clause.isSubjectShared = true
                return
            case .conjunction:
                isJoined = true
                index -= 1
            case .comma, .other:
                index -= 1
            case .preposition:
                // "after working with X": the governor's subject, filled in later.
                clause.isSubjectShared = true
                clause.isModifier = true
                return
            case .verb(let verb):
                if let place = clauseAt[index], isJoined || verbs[verb].lemma == "be" {
                    clause.subjects = clauses[place].subjects
                    clause.isSubjectShared = true
                }
                return
            case .relative, .subordinator, .stop:
                return
            }
        }
    }

    /// Of "the construction of a centre in Dakar built by": the phrase that a participle is about.
    private func modified(by clause: Clause, noun: Int, at chunk: Int) -> [Int] {
        // Go left over "of", "in", "for" phrases to a system that they belong to.
        var best = noun
        var index = chunk
        var steps = 0
        while index >= 2, steps < 3, case .preposition(let word) = chunks[index - 1],
            case .noun(let outer) = chunks[index - 2]
        {
            let isPlace = ["in", "at", "on", "for", "across", "to"].contains(word)
            guard isPlace || (word == "of" && !isSystem(best)) else { break }
            if isSystem(best), !isSystem(outer) || word == "of" { break }
            best = outer
            index -= 2
            steps += 1
        }
        return isSystem(best) || best == noun ? [best] : [noun]
    }

    private func isSystem(_ noun: Int) -> Bool {
        nouns[noun].items.contains {
            items[$0].entry?.system != nil || items[$0].entry?.noun.contains(.system) ?? false
        }
    }

    private mutating func readSubject(_ clause: inout Clause) {
        if shareSubject(&clause) { return }
        var index = clause.chunk - 1
        while index >= 0 {
            switch chunks[index] {
            case .noun(let noun):
                if let start = modifierStart(around: index) {
                    index = start - 1
                    continue
                }
                if index > 0, case .preposition = chunks[index - 1] {
                    index -= 2
                    continue
                }
                if isOnlyDate(noun) {
                    index -= 1
                    continue
                }
                let first = listStart(index)
                if first > 0, first < index, case .preposition = chunks[first - 1] {
                    index = first - 2
                    continue
                }
                let named = apposedTo(first, before: clause.chunk)
                if named != first, named > 0, case .preposition = chunks[named - 1] {
                    index = named - 2
                    continue
                }
                clause.subjects =
                    named == first
                    ? subjectList(from: first, clause.chunk, fallback: noun) : nounList(at: named)
                readFronted(&clause, before: named)
                readAntecedentObject(&clause, before: named)
                return
            case .relative:
                clause.subjects = antecedent(before: index)
                clause.isModifier = true
                clause.isSubjectShared = true
                return
            case .verb:
                guard let start = modifierStart(around: index) else { return }
                index = start - 1
            case .subordinator, .stop:
                return
            case .comma, .other, .conjunction, .preposition:
                index -= 1
            }
        }
    }

    /// "X, a body of the province, selected": the name that a phrase between commas explains.
    private func apposedTo(_ chunk: Int, before verb: Int) -> Int {
        guard verb > 0, case .comma = chunks[verb - 1], chunk >= 2, case .comma = chunks[chunk - 1],
            case .noun(let noun) = chunks[chunk - 2], !isOnlyDate(noun),
            case .noun(let own) = chunks[chunk]
        else { return chunk }
        // "Britain's signals intelligence agency, GCHQ, has bought": the name, wherever it stands.
        let isNamed = items[nouns[own].head].mention != nil
        return isNamed && items[nouns[noun].head].mention == nil ? chunk : chunk - 2
    }

    private func nounList(at chunk: Int) -> [Int] {
        if case .noun(let noun) = chunks[chunk] { [noun] } else { [] }
    }

    /// "the agreement that the ministry signed": what "that" stands for is the object.
    private func readAntecedentObject(_ clause: inout Clause, before subject: Int) {
        guard clause.objects.isEmpty, !verbs[clause.verb].isPassive, subject >= 2 else { return }
        let isLinked: Bool
        switch chunks[subject - 1] {
        case .relative: isLinked = true
        case .subordinator(let word): isLinked = word == "that"
        default: isLinked = false
        }
        guard isLinked else { return }
        var index = subject - 2
        if index > 0, case .comma = chunks[index] { index -= 1 }
        guard case .noun = chunks[index] else { return }
        clause.objects = antecedent(before: subject - 1)
        clause.isModifier = true
    }

    /// A verb right after "and" or a comma goes on with what an earlier verb is about.
    private func shareSubject(_ clause: inout Clause) -> Bool {
        guard clause.chunk > 0, !clauses.isEmpty else { return false }
        switch chunks[clause.chunk - 1] {
        case .conjunction:
            guard let earlier = clauses.last(where: { verbs[$0.verb].form == .finite }) else {
                return false
            }
            clause.subjects = earlier.subjects
            clause.isModifier = earlier.isModifier
        case .comma:
            guard let last = clauses.last, last.extent.upperBound >= clause.chunk - 1 else {
                return false
            }
            // After a relative clause: what the first of the modifiers describes.
            let run = clauses.reversed().prefix { $0.isModifier }
            guard let first = run.last else {
                guard verbs[last.verb].form == .finite else { return false }
                clause.subjects = last.subjects
                clause.isSubjectShared = true
                return true
            }
            clause.subjects = first.subjects
        default:
            return false
        }
        clause.isSubjectShared = true
        return !clause.subjects.isEmpty
    }

    /// Where the participle, gerund or relative clause that holds a chunk begins.
    private func modifierStart(around chunk: Int) -> Int? {
        let holder = clauses.last { $0.extent.contains(chunk) }
        guard let holder else { return nil }
        let form = verbs[holder.verb].form
        guard form != .finite || holder.isModifier else { return nil }
        if holder.isModifier, form == .finite {
            return (0..<holder.chunk).last {
                if case .relative = chunks[$0] { true } else { false }
            }
        }
        return holder.chunk
    }

    /// Where a list of noun phrases that ends at a chunk begins.
    private func listStart(_ chunk: Int) -> Int {
        var first = chunk
        var hasConjunction = false
        while first >= 2, case .noun = chunks[first - 2] {
            switch chunks[first - 1] {
            case .conjunction: hasConjunction = true
            case .comma: guard hasConjunction || isApposed(first) else { return first }
            default: return first
            }
            if first >= 3, case .preposition(let word) = chunks[first - 3] {
                return hasConjunction && ["between", "of", "by", "with"].contains(word)
                    ? first - 2 : first
            }
            if clauses.contains(where: { $0.extent.contains(first - 2) }) { return first }
            first -= 2
        }
        // "A, B, and C": the comma before "and".
        if first >= 3, case .conjunction = chunks[first - 1], case .comma = chunks[first - 2],
            case .noun = chunks[first - 3],
            // "X built A for B, and C built": B belongs to the verb before.
            !clauses.contains(where: { $0.extent.contains(first - 3) })
        {
            return listStart(first - 3)
        }
        return first
    }

    /// "X, a maker of Y, built": a phrase between commas.
    private func isApposed(_ chunk: Int) -> Bool {
        guard chunk + 1 < chunks.count, case .comma = chunks[chunk + 1] else { return false }
        return true
    }

    private func subjectList(from chunk: Int, _ verb: Int, fallback: Int) -> [Int] {
        let (found, end) = list(from: chunk, isObject: false)
        return end <= verb && !found.isEmpty ? found : [fallback]
    }

    private func isOnlyDate(_ noun: Int) -> Bool {
        let head = items[nouns[noun].head]
        return head.date != nil || ["week", "month", "year", "day"].contains(head.text)
    }

    /// What "which" stands for: the phrase before it, over the phrases that belong to that.
    private func antecedent(before chunk: Int) -> [Int] {
        var index = chunk - 1
        while index >= 0 {
            switch chunks[index] {
            case .noun(let noun):
                var best = noun
                var place = index
                while place >= 2, case .preposition(let word) = chunks[place - 1],
                    case .noun(let outer) = chunks[place - 2],
                    word == "in" || word == "at"
                        || word == "on" || word == "for" || (word == "of" && !isSystem(best))
                {
                    if isSystem(best) { break }
                    best = outer
                    place -= 2
                }
                return [isSystem(best) ? best : noun]
            case .comma, .other: index -= 1
            default: return []
            }
        }
        return []
    }
}

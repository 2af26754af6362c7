/// Finds each verb's subject, objects and prepositional phrases in a flat row of chunks.
struct ClauseBuilder {
    let chunks: [Chunk]
    let verbs: [VerbGroup]
    let nouns: [NounPhrase]
    let items: [Item]
    var clauses: [Clause] = []
    /// The clause of each verb chunk.
    var clauseAt: [Int: Int] = [:]

    init(chunks: [Chunk], verbs: [VerbGroup], nouns: [NounPhrase], items: [Item]) {
        self.chunks = chunks
        self.verbs = verbs
        self.nouns = nouns
        self.items = items
    }

    mutating func run() {
        for (place, chunk) in chunks.enumerated() {
            guard case .verb(let verb) = chunk else { continue }
            var clause = Clause(verb: verb, chunk: place, extent: place..<(place + 1))
            readRight(&clause)
            readLeft(&clause)
            clauseAt[place] = clauses.count
            clauses.append(clause)
        }
        shareFronted()
    }

    // MARK: - Lists of nouns

    /// A list of noun phrases joined by commas and "and" from a chunk on, and where it ends.
    func list(from start: Int, isObject: Bool) -> (nouns: [Int], end: Int) {
        guard start < chunks.count, case .noun(let first) = chunks[start] else {
            return ([], start)
        }
        var found = [first]
        var index = start + 1
        var pending: [Int] = []
        while index + 1 < chunks.count {
            var next = index
            var isJoined = false
            if case .comma = chunks[next] { next += 1 }
            if next < chunks.count, case .conjunction(let word) = chunks[next], word != "but" {
                isJoined = true
                next += 1
            }
            guard next > index, next < chunks.count, case .noun(let noun) = chunks[next] else {
                break
            }
            // "built A, and B supplied C": B begins a clause of its own.
            if isObject || !isJoined, beginsClause(after: next) { break }
            pending.append(noun)
            index = next + 1
            if isJoined {
                found += pending
                pending = []
                return (found, index)
            }
        }
        return (found, start + 1)
    }

    func beginsClause(after chunk: Int) -> Bool {
        guard chunk + 1 < chunks.count, case .verb(let verb) = chunks[chunk + 1] else {
            return false
        }
        return verbs[verb].form == .finite
    }

    /// The prepositional phrases that follow a chunk without a break.
    func phrases(after chunk: Int) -> [Prepositional] {
        var found: [Prepositional] = []
        var index = chunk + 1
        while index < chunks.count, case .preposition(let word) = chunks[index] {
            let (nouns, end) = list(from: index + 1, isObject: true)
            guard !nouns.isEmpty else { break }
            found.append(Prepositional(preposition: word, nouns: nouns, chunk: index))
            index = end
        }
        return found
    }

    // MARK: - To the right

    private func readRight(_ clause: inout Clause) {
        var index = clause.chunk + 1
        skipOthers(&index)
        let first = list(from: index, isObject: true)
        if !first.nouns.isEmpty {
            clause.objects = first.nouns
            index = first.end
            let second = list(from: index, isObject: true)
            if !second.nouns.isEmpty {
                clause.indirect = first.nouns
                clause.objects = second.nouns
                index = second.end
            }
        }
        while index < chunks.count {
            var next = index
            if case .comma = chunks[next] { next += 1 }
            skipOthers(&next)
            guard next < chunks.count, case .preposition(let word) = chunks[next] else { break }
            let (nouns, end) = list(from: next + 1, isObject: true)
            guard !nouns.isEmpty else { break }
            clause.phrases.append(Prepositional(preposition: word, nouns: nouns, chunk: next))
            index = end
        }
        clause.extent = clause.chunk..<index
    }

    func skipOthers(_ index: inout Int) {
        while index < chunks.count, case .other = chunks[index] { index += 1 }
    }

    // MARK: - Before the subject

    func readFronted(_ clause: inout Clause, before subject: Int) {
        var index = 0
        if let start = (0..<subject).last(where: { place in
            switch chunks[place] {
            case .stop, .subordinator, .relative: true
            default: false
            }
        }) {
            index = start + 1
        }
        // "X built A for B and C built": what stands with the verb before is not fronted.
        if let earlier = clauses.last(where: { verbs[$0.verb].form == .finite }),
            earlier.chunk < subject
        {
            index = max(index, earlier.extent.upperBound)
        }
        while index < subject {
            if case .preposition(let word) = chunks[index] {
                let (nouns, end) = list(from: index + 1, isObject: true)
                if !nouns.isEmpty, end <= subject {
                    clause.fronted.append(
                        Prepositional(preposition: word, nouns: nouns, chunk: index)
                    )
                    index = end
                    continue
                }
            }
            index += 1
        }
    }

    /// A participle at the head of a sentence is about the subject of the main clause:
    /// "Backed by a loan, the country will …".
    private mutating func shareFronted() {
        for place in clauses.indices where clauses[place].subjects.isEmpty {
            let group = verbs[clauses[place].verb]
            guard group.form == .participle || group.form == .gerund else { continue }
            let after = clauses[(place + 1)...].first {
                verbs[$0.verb].form == .finite && !$0.subjects.isEmpty && !$0.isModifier
            }
            let before = clauses[..<place].last { verbs[$0.verb].form == .finite }
            guard let main = group.form == .gerund ? before ?? after : after ?? before else {
                continue
            }
            clauses[place].subjects = main.subjects
            clauses[place].isSubjectShared = true
        }
    }
}

/// Collects what an ``Explanation`` tells, where one is wanted.
final class Trace {
    /// What a line speaks of, from the page to the claims.
    enum Layer: String, CaseIterable {
        case blocks, names, sentences, rules
        case nearMisses = "near misses"
        case claims
    }

    private var lines: [Layer: [String]] = [:]

    /// What was told, a layer after the other.
    var layers: [Explanation.Layer] {
        Layer.allCases.compactMap { layer in
            lines[layer].map { Explanation.Layer(name: layer.rawValue, lines: $0) }
        }
    }

    func add(_ line: @autoclosure () -> String, to layer: Layer = .sentences) {
        lines[layer, default: []].append(line())
    }
}

extension [ChineseItem] {
    /// The items in one line with their parts.
    func outline(_ text: ScalarText) -> String {
        map { item in
            let word = text.string(item.range)
            if item.mention != nil { return "[\(word)|\(item.role.rawValue)]" }
            if item.quantity != nil { return "#\(word)#" }
            if item.isVerb { return "<\(word)>" }
            if item.entry?.coverb != nil { return "(\(word))" }
            return item.entry?.system != nil ? "{\(word)}" : word
        }
        .joined()
    }
}

extension ParsedSentence {
    /// The flat structure in one line: `[noun phrase] <verb group> …`.
    func outline(_ text: ScalarText) -> String {
        chunks.map { chunk in
            switch chunk {
            case .noun(let noun): "[\(text.string(range(of: noun)))]"
            case .verb(let verb): outline(verbs[verb], text)
            case .preposition(let word): "(\(word))"
            case .conjunction(let word): "+\(word)"
            case .relative(let word): "{\(word)}"
            case .subordinator(let word): "{\(word)}"
            case .comma: ","
            case .stop: "|"
            case .other: "~"
            }
        }
        .joined(separator: " ")
    }

    private func outline(_ verb: VerbGroup, _ text: ScalarText) -> String {
        let first = items[verb.items.lowerBound].range.lowerBound
        let last = items[verb.items.upperBound - 1].range.upperBound
        var marks = verb.isPassive ? "P" : "A"
        switch verb.form {
        case .finite: marks += "f"
        case .infinitive: marks += "i"
        case .gerund: marks += "g"
        case .participle: marks += "p"
        }
        if verb.isNegated { marks += "!" }
        return "<\(text.string(first..<last)):\(verb.lemma)/\(marks)>"
    }

    /// A clause with its parts, for reading.
    func outline(_ clause: Clause, _ text: ScalarText) -> String {
        func names(_ nouns: [Int]) -> String {
            nouns.map { text.string(range(of: $0)) }.joined(separator: " & ")
        }
        var parts = ["  \(verbs[clause.verb].lemma): S=\(names(clause.subjects))"]
        if !clause.indirect.isEmpty { parts.append("I=\(names(clause.indirect))") }
        if !clause.objects.isEmpty { parts.append("O=\(names(clause.objects))") }
        for phrase in clause.fronted + clause.phrases {
            parts.append("\(phrase.preposition)=\(names(phrase.nouns))")
        }
        if let governor = clause.governor {
            parts.append("< \(verbs[clauses[governor].verb].lemma)")
        }
        return parts.joined(separator: " ")
    }
}

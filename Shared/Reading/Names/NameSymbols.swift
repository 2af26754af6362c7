import Yams

/// The words that many names share, and the legal forms; see `Data/symbols.yaml`.
struct NameSymbols: Sendable {
    struct Symbol: Sendable {
        var id: String
        /// Whether it tells namesakes apart.
        var isDistinctive: Bool
        /// Whether short forms leave it out.
        var isFiller: Bool
    }

    private(set) var symbols: [Symbol] = []
    private var table = PhraseTable()
    private var legalForms = PhraseTable()
    /// The longer words of legal forms, to know misspelled ones by.
    private(set) var legalWords: Set<String> = []

    static func bundled() throws(LexiconError) -> NameSymbols {
        let root = try YAMLFile("symbols").root
        var result = NameSymbols()
        for node in root["symbols"]?.sequence ?? [] {
            guard let id = node["id"]?.scalar?.string else {
                throw .malformed(file: "symbols", "an item has no id")
            }
            result.symbols.append(
                Symbol(
                    id: id,
                    isDistinctive: node["distinctive"]?.scalar?.string == "true",
                    isFiller: node["filler"]?.scalar?.string == "true"
                )
            )
            for key in ["en", "zh"] {
                for item in node[key]?.sequence ?? [] {
                    guard let text = item.scalar?.string else { continue }
                    result.table.insert(
                        NameTokens.words(of: text),
                        value: UInt32(result.symbols.count - 1)
                    )
                }
            }
        }
        for item in root["legalForms"]?.sequence ?? [] {
            guard let text = item.scalar?.string else { continue }
            let words = NameTokens.items(of: text)
            result.legalForms.insert(words.map(\.word), value: 0)
            result.legalWords.formUnion(words.filter { $0.text.utf8.count > 4 }.map(\.text))
        }
        return result
    }

    /// The longest shared word that starts at a place: which, and how many tokens it takes.
    func symbol(_ words: ArraySlice<Token.Word>) -> (symbol: Int, count: Int)? {
        longest(table, words)
    }

    /// How many tokens the longest legal form at a place takes; 0 without one.
    func legalForm(_ words: ArraySlice<Token.Word>) -> Int {
        longest(legalForms, words)?.count ?? 0
    }

    private func longest(
        _ table: PhraseTable,
        _ words: ArraySlice<Token.Word>
    ) -> (symbol: Int, count: Int)? {
        var state: PhraseTable.State = 0
        var found: (Int, Int)?
        for (count, word) in words.enumerated() {
            guard let next = table.next(state, word) else { break }
            state = next
            table.forEachValue(state) { found = (Int($0), count + 1) }
        }
        return found
    }
}

import Evidence
import Yams

/// What bodies of government are made of, in English and Chinese; see `Data/bodies.yaml`.
struct BodyLexicon: Sendable {
    /// A class of bodies, or a body without a portfolio.
    struct Form: Sendable {
        var id: String
        /// With `{p}` for the portfolio and `{c}` for the place.
        var pattern: String
        var kind: EntityKind
        var hasPortfolio: Bool
    }

    struct Portfolio: Sendable {
        var id: String
        var name: String
    }

    private(set) var forms: [Form] = []
    private(set) var portfolios: [Portfolio] = []
    /// Values are indices of ``forms``.
    private(set) var formTable = PhraseTable()
    /// Values are indices of ``portfolios``.
    private(set) var portfolioTable = PhraseTable()

    static func bundled() throws(LexiconError) -> BodyLexicon {
        let root = try YAMLFile("bodies").root
        var lexicon = BodyLexicon()
        for node in try items(root, "classes") { try lexicon.addForm(node, hasPortfolio: true) }
        for node in try items(root, "singles") { try lexicon.addForm(node, hasPortfolio: false) }
        for node in try items(root, "portfolios") {
            let names = try texts(node, "en")
            lexicon.portfolios.append(Portfolio(id: try text(node, "id"), name: names[0]))
            for name in names + (try texts(node, "zh")) {
                lexicon.portfolioTable.insert(
                    words(name),
                    value: UInt32(lexicon.portfolios.count - 1)
                )
            }
        }
        return lexicon
    }

    private mutating func addForm(_ node: Node, hasPortfolio: Bool) throws(LexiconError) {
        let kind = node["kind"]?.scalar.flatMap { EntityKind(rawValue: $0.string) } ?? .publicBody
        forms.append(
            Form(
                id: try Self.text(node, "id"),
                pattern: try Self.text(node, "name"),
                kind: kind,
                hasPortfolio: hasPortfolio
            )
        )
        let chinese = node["zh"] == nil ? [] : try Self.texts(node, "zh")
        for name in try Self.texts(node, "en") + chinese {
            formTable.insert(Self.words(name), value: UInt32(forms.count - 1))
        }
    }

    private static func words(_ text: String) -> [Token.Word] {
        TokenisedText(text).tokens.filter { $0.word != NameWords.comma }.map(\.word)
    }

    private static func items(_ root: Node, _ key: String) throws(LexiconError) -> [Node] {
        guard let sequence = root[key]?.sequence else {
            throw .malformed(file: "bodies", "\(key) is no list")
        }
        return Array(sequence)
    }

    private static func text(_ node: Node, _ key: String) throws(LexiconError) -> String {
        guard let text = node[key]?.scalar?.string else {
            throw .malformed(file: "bodies", "an item has no \(key)")
        }
        return text
    }

    private static func texts(_ node: Node, _ key: String) throws(LexiconError) -> [String] {
        let texts = (node[key]?.sequence ?? []).compactMap { $0.scalar?.string }
        guard !texts.isEmpty else { throw .malformed(file: "bodies", "an item has no \(key)") }
        return texts
    }
}

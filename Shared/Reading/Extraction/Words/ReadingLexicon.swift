import Evidence
import Foundation
import Yams

/// Everything that the reader knows of words, from the data files.
struct ReadingLexicon: Sendable {
    let layout: LayoutWords
    let sentences: SentenceSplitter
    let quantities: QuantityReader
    let currencies: SharedCurrencies
    let english: EnglishLexicon
    let statements: StatementReader
    let chinese: ChineseLexicon
    let fields: FieldLexicon
    let relations: RelationWords
    let parts: PartLexicon

    /// Reads the data files of this module.
    ///
    /// - Throws: What Foundation or Yams throws where a file is missing or malformed.
    init() throws {
        layout = try Self.file("layout")
        sentences = SentenceSplitter(
            abbreviations: try Self.file("layout", as: Abbreviations.self).abbreviations
        )
        let words: QuantityWords = try Self.file("quantities")
        quantities = QuantityReader(words: QuantityLexicon(words))
        currencies = SharedCurrencies(rows: words.shared)
        // Names that tell no kind by their words stand in a file of their own.
        let systems: [LexiconFiles.Systems] =
            try Self.file("systems") + Self.file("system-names")
        english = EnglishLexicon(
            words: try Self.file("english-words"),
            verbs: try Self.file("english-verbs"),
            nouns: try Self.file("english-nouns"),
            systems: systems
        )
        chinese = ChineseLexicon(try Self.file("chinese-words"), systems: systems)
        fields = FieldLexicon(try Self.file("fields"))
        relations = try Self.file("relations")
        parts = PartLexicon(words: try Self.file("english-parts"))
        statements = StatementReader(try Self.file("statements"))
    }

    /// The kind of system that some words name: the last strong term, else the last weak one.
    func system(_ tokens: [Lexeme]) -> SystemTerm? {
        var strong: SystemTerm?
        var weak: SystemTerm?
        var index = 0
        while index < tokens.count {
            let one = english.phrases.match(tokens, at: index)
            let other = chinese.phrases.match(tokens, at: index)
            if let term = one?.value.system ?? other?.value.system {
                if term.isStrong {
                    // 政务云安全服务: what it serves says more than that it is safe.
                    if strong == nil || term.category != .other && !term.isForm(of: strong) {
                        strong = term
                    }
                } else if !term.isForm(of: weak) {
                    weak = term
                }
            }
            index += max(
                1,
                one?.value.system != nil
                    ? one?.count ?? 1 : other?.value.system != nil ? other?.count ?? 1 : 1
            )
        }
        return strong ?? weak
    }

    private struct Abbreviations: Decodable {
        var abbreviations: [String]
    }

    /// One file of the lexicon.
    static func file<Content: Decodable>(
        _ name: String,
        as type: Content.Type = Content.self
    ) throws -> Content {
        let url = Bundle.module.url(
            forResource: name,
            withExtension: "yaml",
            subdirectory: "Data/lexicon"
        )
        guard let url else { throw CocoaError(.fileNoSuchFile) }
        return try YAMLDecoder().decode(
            Content.self,
            from: String(contentsOf: url, encoding: .utf8)
        )
    }
}

import Foundation
import Yams

/// Everything that the reader knows of words, from the data files.
struct ReadingLexicon: Sendable {
    let layout: LayoutWords
    let sentences: SentenceSplitter
    let quantities: QuantityReader
    let english: EnglishLexicon
    let statements: StatementReader

    /// Reads the data files of this module.
    ///
    /// - Throws: What Foundation or Yams throws where a file is missing or malformed.
    init() throws {
        layout = try Self.file("layout")
        sentences = SentenceSplitter(
            abbreviations: try Self.file("layout", as: Abbreviations.self).abbreviations
        )
        quantities = QuantityReader(words: QuantityLexicon(try Self.file("quantities")))
        english = EnglishLexicon(
            words: try Self.file("english-words"),
            verbs: try Self.file("english-verbs"),
            nouns: try Self.file("english-nouns"),
            systems: try Self.file("systems")
        )
        statements = StatementReader(try Self.file("statements"))
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

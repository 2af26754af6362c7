import Evidence
package import Gazetteer

/// Reads documents: who is named, who supplies what to whom, who pays, what is said of risks.
///
/// A reader never changes and is cheap to copy. Time is linear in a document's length.
package struct Reader: Sendable {
    /// What it is called in records; it changes whenever the same text may give other claims.
    package static let version = "reader-6"

    let catalogue: Catalogue
    let finder: MentionFinder
    let lexicon: ReadingLexicon
    let english: EnglishParser
    let chinese: ChineseParser
    let weights: Weights
    let topicWeights: TopicWeights
    let tieWeights: TieWeights

    /// - Throws: What reading the lexicon's data files throws.
    package init(
        catalogue: Catalogue,
        imported: [ImportedNames] = [],
        weights: Weights? = nil
    ) throws {
        self.catalogue = catalogue
        let (finder, tables) = try Parallel.both(
            { try MentionFinder(catalogue: catalogue, imported: imported) },
            { try Tables(weights: weights) }
        )
        self.finder = finder
        self.weights = tables.weights
        topicWeights = tables.topicWeights
        tieWeights = tables.tieWeights
        lexicon = tables.lexicon
        english = EnglishParser(
            builder: ItemBuilder(lexicon: lexicon.english, quantities: lexicon.quantities)
        )
        chinese = ChineseParser(lexicon: lexicon.chinese, quantities: lexicon.quantities)
    }

    /// What is read from files that need no catalogue.
    private struct Tables: Sendable {
        let weights: Weights
        let topicWeights: TopicWeights
        let tieWeights: TieWeights
        let lexicon: ReadingLexicon

        init(weights: Weights?) throws {
            self.weights = try weights ?? Weights.bundled()
            topicWeights = try TopicWeights.bundled()
            tieWeights = try TieWeights.bundled()
            lexicon = try ReadingLexicon()
        }
    }

    package func read(_ source: SourceText) -> ReadDocument {
        DocumentReading(reader: self, source: source).run()
    }

    /// What resolves names by themselves, with this reader's catalogue; it takes a second or two.
    ///
    /// - Throws: ``LexiconError`` where the files of words that ship with the program are wrong.
    package func resolver() throws -> NameResolver { try NameResolver(finder: finder) }

    /// Reads a document and tells how: its blocks and names, the structure of its sentences, which
    /// rules fired, and what came close to a name or a claim but was rejected.
    package func explain(_ source: SourceText) -> Explanation {
        let trace = Trace()
        _ = DocumentReading(reader: self, source: source, trace: trace).run()
        return Explanation(layers: trace.layers)
    }

    /// Every choice that the weights make in a document, with its evidence.
    package func records(_ source: SourceText) -> [FeatureRecord] {
        let sink = FeatureSink()
        _ = DocumentReading(reader: self, source: source, sink: sink).run()
        return sink.records
    }
}

/// A document's lines as blocks, each with the headings that govern it.
struct Layout: Sendable {
    var blocks: [Block] = []

    /// Reads the layout of a text in one pass over its lines.
    init(_ text: ScalarText, words: LayoutWords) {
        var reader = LayoutReader(text: text, words: words)
        reader.read()
        blocks = reader.blocks
    }
}

/// What the layout reader has to know of words, from `layout.yaml`.
struct LayoutWords: Sendable, Decodable {
    /// Labels of lines that say where a text comes from.
    var provenance: [String]
    /// Lines that end an article: comments, subscriptions, credits.
    var furniture: [String]
    /// Labels and headings of sections that raise concerns.
    var concerns: [String]
    /// Field names: labels that give no scope.
    var fields: [String]
    /// How headings begin that close a page and end its sections.
    var closings: [String]
}

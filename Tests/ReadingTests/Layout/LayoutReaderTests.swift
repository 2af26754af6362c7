import Testing

@testable import Reading

/// What the page's marks make of lines.
struct LayoutReaderTests {
    @Test func `front matter is no text`() throws {
        let layout = try layout("---\ntitle: X\n---\nThe text begins here.\n")
        #expect(layout.texts == ["The text begins here."])
    }

    @Test func `a label is set apart from what it labels`() throws {
        let layout = try layout("- **Ecuador:** Two hospitals use it.\n")
        let block = try #require(layout.layout.blocks.first)
        #expect(block.kind == .bullet(depth: 0))
        let label = try #require(block.label)
        #expect(layout.text.string(label) == "Ecuador")
        #expect(layout.texts == ["Two hospitals use it."])
    }

    @Test func `headings govern what follows until one of their level`() throws {
        let layout = try layout("# A\n\nOne line of text.\n\n## B\n\nTwo.\n\n# C\n\nThree.\n")
        #expect(layout.layout.blocks.map(\.headings) == [[], [0], [0], [0, 2], [], [4]])
    }

    @Test func `wrapped lines are one paragraph`() throws {
        let layout = try layout(
            "The ministry signed a contract with the company for the\nbuilding of a data centre.\n"
        )
        #expect(layout.layout.blocks.count == 1)
    }

    @Test func `sources are told from text`() throws {
        let layout = try layout("Source: a newspaper\n")
        #expect(layout.layout.blocks.map(\.kind) == [.provenance])
    }

    @Test func `a table's cells know their row and column`() throws {
        let layout = try layout("| Country | Supplier |\n|---|---|\n| Peru | Acme |\n")
        #expect(
            layout.layout.blocks.map(\.kind) == [
                .cell(table: 1, row: 0, column: 0), .cell(table: 1, row: 0, column: 1),
                .cell(table: 1, row: 1, column: 0), .cell(table: 1, row: 1, column: 1),
            ]
        )
    }

    @Test(arguments: [
        "It cost $1.5 million. It works.", "华为承建。项目完成。", "Acme Co. Ltd. built it. Fine!",
    ])
    func `a sentence ends where it ends`(_ text: String) throws {
        let scalars = ScalarText(text)
        let found = try ReadingLexicon().sentences.sentences(of: scalars, in: 0..<scalars.count)
        #expect(found.count == 2)
    }

    private func layout(
        _ text: String
    ) throws -> (layout: Layout, text: ScalarText, texts: [String]) {
        let scalars = ScalarText(text)
        let layout = Layout(scalars, words: try ReadingLexicon().layout)
        return (layout, scalars, layout.blocks.map { scalars.string($0.range) })
    }
}

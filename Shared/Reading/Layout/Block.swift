/// A stretch of a document that the page sets apart: a paragraph, a bullet, a heading, a cell.
struct Block: Sendable {
    var kind: Kind
    /// What stands in it, without bullet marks, label and surrounding white space.
    var range: Range<Int>
    /// `Ghana` of `Ghana: …`, `Description` of `- **Description:** …`.
    var label: Range<Int>?
    /// The headings above it, outermost first, as indices into ``Layout/blocks``.
    var headings: [Int] = []
    /// The bullet that this one is nested under, or the cell's row.
    var parent: Int?

    enum Kind: Sendable, Equatable {
        case heading(level: Int)
        case paragraph
        case bullet(depth: Int)
        /// A cell of a table row; columns count from 0.
        case cell(table: Int, row: Int, column: Int)
        /// Where the text comes from: sources, notes, by-lines.
        case provenance
    }

    var isHeading: Bool {
        if case .heading = kind { true } else { false }
    }

    var isBullet: Bool {
        if case .bullet = kind { true } else { false }
    }

    var isCell: Bool {
        if case .cell = kind { true } else { false }
    }
}

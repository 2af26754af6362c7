import Scoring

/// The public page of the formula, as the methodology's file has it.
struct MethodologyPage {
    var title: String
    var version: String
    var sections: [Section]

    struct Section {
        /// What leads to it within the page.
        var anchor: String
        var heading: String
        var paragraphs: [String]
        var tables: [Table]
    }

    struct Table {
        var caption: String
        var columns: [String]
        var rows: [Row]
    }

    struct Row {
        var fields: [String]
    }

    init(_ methodology: Methodology) {
        let page = FormulaPage(methodology)
        title = page.title
        version = page.version
        sections = page.sections.map { section in
            Section(
                anchor: Self.anchor(section.heading),
                heading: section.heading,
                paragraphs: section.paragraphs,
                tables: section.tables.map { table in
                    Table(
                        caption: table.caption,
                        columns: table.columns,
                        rows: table.rows.map(Row.init)
                    )
                }
            )
        }
    }

    private static func anchor(_ heading: String) -> String {
        String(heading.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" })
    }
}

/// The public page of the formula: everything that the methodology's file says, as text and tables.
///
/// It is data, to be shown as HTML by whoever serves it, and writes itself as Markdown. Nothing in it
/// is written by hand for one version: a figure that changes in the file changes here.
package struct FormulaPage: Codable, Hashable, Sendable {
    package var title: String
    package var version: String
    package var sections: [Section]

    package struct Section: Codable, Hashable, Sendable {
        package var heading: String
        package var paragraphs: [String]
        package var tables: [Table]
    }

    /// A table whose rows have as many fields as it has columns.
    package struct Table: Codable, Hashable, Sendable {
        package var caption: String
        package var columns: [String]
        package var rows: [[String]]
    }

    package init(_ methodology: Methodology) {
        let formula = Formula(methodology)
        title = "How the scores are computed"
        version = methodology.version
        sections = [
            Self.sums(formula),
            Self.functions(formula),
            Self.factors(formula),
            Self.profiles(methodology, formula),
            Self.objectives(methodology),
            Self.deployments(methodology, formula),
            Self.evidence(methodology),
            Self.confidence(methodology),
            Self.publication(methodology),
            Self.robustness(methodology.robustness),
            Self.home(methodology),
            Self.laws(formula),
        ]
    }
}

// MARK: - Markdown

extension FormulaPage {
    /// The page as Markdown with pipe tables.
    package func markdown() -> String {
        var lines = ["# \(title)", "", "Methodology \(version)."]
        for section in sections {
            lines += ["", "## \(section.heading)"]
            for paragraph in section.paragraphs { lines += ["", Self.escaped(paragraph)] }
            for table in section.tables {
                lines += ["", "**\(Self.escaped(table.caption))**", ""]
                lines.append(Self.row(table.columns))
                lines.append(Self.row(table.columns.map { _ in "---" }, isEscaped: true))
                lines += table.rows.map { Self.row($0) }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func row(_ fields: [String], isEscaped: Bool = false) -> String {
        "| " + fields.map { isEscaped ? $0 : escaped($0) }.joined(separator: " | ") + " |"
    }

    /// A text in which Markdown sees no marks of its own.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            if "\\|*_`<[".contains(character) { escaped.append("\\") }
            escaped.append(character == "\n" ? " " : character)
        }
        return escaped
    }
}

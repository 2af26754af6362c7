import Foundation
import Yams

/// The YAML between two lines of three dashes with which a document may begin.
enum FrontMatter {
    /// How much of a document's beginning is looked at, in characters.
    private static let lengthMax = 16_384

    /// Front matter that cannot be read.
    struct Invalid: Error, CustomStringConvertible {
        let description: String
    }

    /// The fields at the top of a text; empty where there are none.
    ///
    /// What is between two lines of dashes and does not begin with a field is text like any other.
    /// Where it is not quite YAML (a colon in a title), each line is one field.
    ///
    /// - Throws: ``Invalid`` for fields that can be read in neither way.
    static func fields(of text: String) throws(Invalid) -> [String: String] {
        guard let lines = lines(of: text) else { return [:] }
        let pairs: [(String, String)]
        do {
            guard
                case .mapping(let mapping)? = try Yams.compose(yaml: lines.joined(separator: "\n"))
            else { return [:] }
            pairs = mapping.compactMap { key, value in
                guard let name = key.scalar?.string, let text = value.scalar?.string else {
                    return nil
                }
                return (name, text)
            }
        } catch {
            let filled = lines.filter { !$0.allSatisfy(\.isWhitespace) }
            guard let first = filled.first, field(in: first) != nil else { return [:] }
            if let line = filled.first(where: { field(in: $0) == nil }) {
                throw Invalid(description: "“\(line)” between the lines of --- is not YAML")
            }
            pairs = filled.compactMap { field(in: $0) }
        }
        return Dictionary(
            pairs.map { ($0.lowercased(), $1) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The field that a line is, read without YAML; `nil` where it is none.
    private static func field(in line: Substring) -> (String, String)? {
        guard let colon = line.firstIndex(of: ":"), colon != line.startIndex,
            line[..<colon].allSatisfy({ $0.isLetter || $0 == "-" || $0 == "_" })
        else { return nil }
        let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        return (String(line[..<colon]), value)
    }

    /// A text without its front matter: what the author wrote, whoever published it.
    static func body(of text: String) -> Substring {
        guard let last = lines(of: text)?.last else { return text[...] }
        let rest = text[last.endIndex...]
        return rest.dropFirst().drop { !$0.isNewline }
    }

    /// The lines between the two of dashes; `nil` where the text does not begin with such.
    private static func lines(of text: String) -> ArraySlice<Substring>? {
        let head = text.prefix(lengthMax)
        let lines = head.split(omittingEmptySubsequences: false) { $0.isNewline }
        guard
            lines.first?.trimmingCharacters(in: .whitespaces) == "---",
            let end = lines.dropFirst().firstIndex(where: { line in
                line.trimmingCharacters(in: .whitespaces) == "---"
            })
        else { return nil }
        return lines[1..<end]
    }
}

import Foundation
import Yams

/// The YAML between two lines of three dashes with which a document may begin.
enum FrontMatter {
    /// How much of a document's beginning is looked at, in characters.
    private static let lengthMax = 16_384

    /// The fields at the top of a text; empty where there are none.
    ///
    /// Front matter that is not YAML is text like any other, and gives no fields.
    static func fields(of text: String) -> [String: String] {
        guard let lines = lines(of: text) else { return [:] }
        let yaml = lines.joined(separator: "\n")
        guard let node = try? Yams.compose(yaml: yaml), case .mapping(let mapping) = node else {
            return [:]
        }
        return Dictionary(
            mapping.compactMap { key, value in
                guard let name = key.scalar?.string, let text = value.scalar?.string else {
                    return nil
                }
                return (name.lowercased(), text)
            },
            uniquingKeysWith: { first, _ in first }
        )
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

import Evidence
import Foundation

/// Reads lists of places with one place a line, for the many that need no more than their names.
///
/// ```
/// [cn-hebei]
/// Baoding | 保定 = 保定市
/// ?Nice = City of Nice | ?尼斯
/// ```
///
/// A heading names the country or province that the places lie in. Names of one place stand
/// between equals signs, Chinese ones after a bar; a name after a question mark needs a second
/// sign. A place's id is made of the country's code and its first name.
struct PlaceList {
    let file: String
    private(set) var entries: [GazetteerEntry] = []
    private(set) var problems: [CatalogueError] = []
    private var outer: EntityID?

    init(_ text: String, file: String) {
        self.file = file
        for line in text.split(whereSeparator: \.isNewline) {
            let line = line.trimmingCharacters(in: .whitespaces)
            if line.isEmpty || line.hasPrefix("#") { continue }
            if line.hasPrefix("["), line.hasSuffix("]") {
                outer = EntityID(String(line.dropFirst().dropLast()))
            } else {
                add(line)
            }
        }
    }

    private mutating func add(_ line: String) {
        let parts = line.split(separator: "|", omittingEmptySubsequences: false)
        guard let outer, parts.count < 3, let english = parts.first.map(names),
            let first = english.first
        else {
            let reason = outer == nil ? "stands under no heading" : "is no line of names"
            problems.append(.malformed(file: file, entry: line, reason: reason))
            return
        }
        let code = outer.rawValue.prefix { $0 != "-" }
        let chinese = parts.count > 1 ? names(parts[1]) : []
        entries.append(
            GazetteerEntry(
                id: EntityID("\(code)-\(Self.slug(first.text))"),
                kind: .territory,
                name: first.text,
                jurisdiction: Jurisdiction(code.uppercased()),
                within: outer,
                aliases: english.map { $0.alias("en") } + chinese.map { $0.alias("zh") },
                file: file
            )
        )
    }

    private struct Name {
        var text: String
        var isShared: Bool

        func alias(_ language: String) -> Alias {
            Alias(
                text,
                language: isShared ? nil : language,
                strength: isShared ? .contextual : .strong
            )
        }
    }

    private func names(_ list: Substring) -> [Name] {
        list.split(separator: "=").compactMap { item in
            let text = item.trimmingCharacters(in: .whitespaces)
            let name = text.hasPrefix("?") ? String(text.dropFirst()) : text
            return name.isEmpty ? nil : Name(text: name, isShared: text.hasPrefix("?"))
        }
    }

    /// A name in lower-case ASCII with hyphens.
    private static func slug(_ name: String) -> String {
        let isPlain = name.utf8.allSatisfy { $0 < 0x80 }
        let plain =
            isPlain
            ? name : name.applyingTransform(StringTransform("Latin-ASCII"), reverse: false) ?? name
        return plain.lowercased().filter { $0 != "'" }
            .split { !$0.isLetter && !$0.isNumber }
            .joined(separator: "-")
    }
}

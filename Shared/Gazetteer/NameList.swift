import Evidence
import Foundation

/// Reads lists with one entity a line, for the many that need no more than their names.
///
/// ```
/// [cn-hebei]
/// Baoding | 保定 = 保定市
/// ?Nice = City of Nice | ?尼斯
/// [publicBody pe]
/// SUNAT Peru = Peruvian tax authority | 秘鲁国家税务局 | SUNAT
/// [company of be]
/// [organization]
/// [names]
/// acme = Acme Works = Acme Group | 艾克米工厂 | ACMW
/// ```
///
/// A heading names the kind of what follows, a territory where it names none, and whom that lies
/// or belongs in; after "of" the country that a company or product is from. Names of one entity
/// stand between equals signs, Chinese ones after a bar, acronyms after a second one; a name
/// after a question mark needs a second sign. An id is made of the country's code, if any, and
/// the first name. Under `[names]` stand further names of entities that other files have, behind
/// their ids.
struct NameList {
    let file: String
    private(set) var entries: [GazetteerEntry] = []
    private(set) var additions: [GazetteerAddition] = []
    private(set) var problems: [CatalogueError] = []
    private var heading: Heading?
    /// Whether what stands here are names of entities of other files.
    private var addsNames = false

    private struct Heading {
        var kind: EntityKind
        var outer: EntityID?
        /// The country's code, in lower case.
        var code: String?

        init?(_ text: Substring) {
            let words = text.split(separator: " ")
            if words.count == 1, let outer = words.first, Self.isPlace(outer) {
                self.init(kind: .territory, outer: outer)
                return
            }
            guard let kind = words.first.flatMap({ EntityKind(rawValue: String($0)) }) else {
                return nil
            }
            switch words.count {
            case 1: self.init(kind: kind, outer: nil)
            case 2 where Self.isPlace(words[1]): self.init(kind: kind, outer: words[1])
            case 3 where words[1] == "of" && Self.isPlace(words[2]):
                self.init(kind: kind, outer: words[2])
                outer = nil
            default: return nil
            }
        }

        /// Whether a word is a country's code, or begins with one: "cn-hebei".
        private static func isPlace(_ word: Substring) -> Bool {
            let code = word.prefix { $0 != "-" }
            return code.count == 2 && code.allSatisfy { ("a"..."z").contains($0) }
        }

        private init(kind: EntityKind, outer: Substring?) {
            self.kind = kind
            self.outer = outer.map { EntityID(String($0)) }
            code = outer.map { String($0.prefix { $0 != "-" }) }
        }
    }

    init(_ text: String, file: String) {
        self.file = file
        for line in text.split(whereSeparator: \.isNewline) {
            let line = line.trimmingCharacters(in: .whitespaces)
            if line.isEmpty || line.hasPrefix("#") { continue }
            if line.hasPrefix("["), line.hasSuffix("]") {
                addsNames = line == "[names]"
                heading = Heading(line.dropFirst().dropLast())
                if heading == nil, !addsNames { note(line, "is no heading") }
            } else if addsNames {
                addNames(line)
            } else {
                add(line)
            }
        }
    }

    private mutating func note(_ line: String, _ reason: String) {
        problems.append(.malformed(file: file, entry: line, reason: reason))
    }

    private mutating func add(_ line: String) {
        guard let heading else { return note(line, "stands under no heading") }
        let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(names)
        guard parts.count <= Self.parts.count, let first = parts[0].first else {
            return note(line, "is no line of names")
        }
        let slug = Self.slug(first.text)
        entries.append(
            GazetteerEntry(
                id: EntityID(heading.code.map { "\($0)-\(slug)" } ?? slug),
                kind: heading.kind,
                name: first.text,
                jurisdiction: heading.code.map { Jurisdiction($0.uppercased()) },
                within: heading.outer,
                aliases: Self.aliases(parts),
                file: file
            )
        )
    }

    /// A line of further names: the id, then names as elsewhere.
    private mutating func addNames(_ line: String) {
        var parts = line.split(separator: "|", omittingEmptySubsequences: false).map(names)
        guard parts.count <= Self.parts.count, let id = parts[0].first, !id.isShared else {
            return note(line, "is no line of an id and names")
        }
        parts[0].removeFirst()
        let aliases = Self.aliases(parts)
        guard !aliases.isEmpty else { return note(line, "has an id and no names") }
        additions.append(
            GazetteerAddition(id: EntityID(id.text), aliases: aliases, file: file)
        )
    }

    private static func aliases(_ parts: [[Name]]) -> [Alias] {
        zip(parts, Self.parts).flatMap { names, part in
            names.map { $0.alias(part.language, part.strength) }
        }
    }

    /// What the parts of a line hold.
    private static let parts: [(language: String?, strength: Alias.Strength)] = [
        ("en", .strong), ("zh", .strong), (nil, .acronym),
    ]

    private struct Name {
        var text: String
        var isShared: Bool

        func alias(_ language: String?, _ strength: Alias.Strength) -> Alias {
            Alias(
                text,
                language: isShared ? nil : language,
                strength: isShared ? .contextual : strength
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

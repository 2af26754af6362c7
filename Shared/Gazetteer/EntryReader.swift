import Evidence
import Yams

/// Reads the fields of one YAML mapping and says where something is wrong.
struct EntryReader {
    let node: Node
    let file: String
    let entry: String

    init(_ node: Node, file: String, key: String) throws(CatalogueError) {
        self.node = node
        self.file = file
        let line = node.mark.map { "line \($0.line)" } ?? "an entry"
        guard node.mapping != nil else {
            throw .malformed(file: file, entry: line, reason: "is not a mapping")
        }
        guard let name = node[key]?.scalar?.string, !name.isEmpty else {
            throw .malformed(file: file, entry: line, reason: "has no \(key)")
        }
        entry = name
    }

    func allow(_ keys: Set<String>) throws(CatalogueError) {
        for key in node.mapping?.keys.map({ $0.string ?? "?" }) ?? [] where !keys.contains(key) {
            throw wrong("has an unknown field, \(key)")
        }
    }

    func text(_ key: String) throws(CatalogueError) -> String? {
        guard let value = node[key], !value.isNull else { return nil }
        guard let text = value.scalar?.string, !text.isEmpty else {
            throw wrong("\(key) is not a text")
        }
        return text
    }

    func texts(_ key: String) throws(CatalogueError) -> [String] {
        guard let value = node[key], !value.isNull else { return [] }
        return try texts(value, key)
    }

    func texts(_ value: Node, _ key: String) throws(CatalogueError) -> [String] {
        guard let sequence = value.sequence else {
            guard let text = value.scalar?.string else { throw wrong("\(key) is not a list") }
            return [text]
        }
        var result: [String] = []
        for item in sequence {
            guard let text = item.scalar?.string, !text.isEmpty else {
                throw wrong("\(key) has an item that is not a text")
            }
            result.append(text)
        }
        return result
    }

    /// A mapping of texts, in the order of its keys.
    func mapping(_ key: String) throws(CatalogueError) -> [(String, Node)] {
        guard let value = node[key], !value.isNull else { return [] }
        guard let mapping = value.mapping else { throw wrong("\(key) is not a mapping") }
        return mapping.map { ($0.key.string ?? "", $0.value) }.sorted { $0.0 < $1.0 }
    }

    func dictionary(_ key: String) throws(CatalogueError) -> [String: String] {
        var result: [String: String] = [:]
        for (name, value) in try mapping(key) {
            guard let text = value.scalar?.string else { throw wrong("\(key).\(name) is no text") }
            result[name] = text
        }
        return result
    }

    /// The forms under `aliases`: by language, or under a strength's name.
    func aliases() throws(CatalogueError) -> [Alias] {
        var result: [Alias] = []
        for (key, value) in try mapping("aliases") {
            let strength = Alias.Strength(rawValue: key)
            let language = strength == nil ? key : nil
            let items = value.sequence.map(Array.init) ?? [value]
            for item in items {
                result.append(try alias(item, language: language, strength: strength ?? .strong))
            }
        }
        return result
    }

    private func alias(
        _ item: Node,
        language: String?,
        strength: Alias.Strength
    ) throws(CatalogueError) -> Alias {
        let text = item.scalar?.string ?? item["text"]?.scalar?.string
        guard let text, !text.isEmpty else { throw wrong("an alias has no text") }
        var until: PartialDate?
        if let value = item.mapping == nil ? nil : item["until"]?.scalar?.string {
            until = PartialDate(value)
            if until == nil { throw wrong("\(value) is not a date (YYYY, YYYY-MM, YYYY-MM-DD)") }
        }
        return Alias(text, language: language, strength: strength, until: until)
    }

    func wrong(_ reason: String) -> CatalogueError {
        .malformed(file: file, entry: entry, reason: reason)
    }
}

extension Node {
    /// Whether it is written as nothing: `~`, `null` or an empty value.
    fileprivate var isNull: Bool {
        guard let text = scalar?.string, scalar?.style == .plain || scalar?.style == .any else {
            return false
        }
        return text.isEmpty || text == "~" || text == "null"
    }
}

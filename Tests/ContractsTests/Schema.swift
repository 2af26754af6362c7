import Foundation

/// A place in one of the schema files, with what its references lead to.
struct Schema {
    /// The file, relative to the contracts' folder.
    var file: String
    var value: JSONValue

    /// Opens the schema of a whole file.
    init(_ file: String) throws {
        self.init(file: file, value: try ContractFiles.json(file))
    }

    init(file: String, value: JSONValue) {
        self.file = file
        self.value = value
    }

    /// A part of the same file, with its reference followed.
    func part(_ value: JSONValue) throws -> Schema {
        try Schema(file: file, value: value).followed()
    }

    /// What `$ref` leads to, or the schema itself.
    func followed() throws -> Schema {
        guard let reference = value["$ref"]?.text else { return self }
        let halves = reference.split(separator: "#", omittingEmptySubsequences: false)
        let target = halves[0].isEmpty ? file : Self.path(String(halves[0]), from: file)
        var found = try ContractFiles.json(target)
        for step in halves.dropFirst().joined().split(separator: "/") {
            guard let next = found[String(step)] else {
                throw Dangling(file: file, reference: reference)
            }
            found = next
        }
        return try Schema(file: target, value: found).followed()
    }

    struct Dangling: Error, CustomStringConvertible {
        var file: String
        var reference: String
        var description: String { "\(file) refers to \(reference), which does not exist" }
    }

    /// The properties, with their references followed.
    func properties() throws -> [String: Schema] {
        try (value["properties"]?.members ?? [:]).mapValues { try part($0) }
    }

    /// The names of the properties that must be there.
    var required: Set<String> { value["required"]?.texts ?? [] }

    /// A relative path as seen from another file.
    private static func path(_ relative: String, from file: String) -> String {
        var parts = file.split(separator: "/").dropLast()
        for part in relative.split(separator: "/") where part != "." {
            if part == ".." { parts = parts.dropLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }
}

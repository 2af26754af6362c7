import Foundation
import Synchronization
import Yams

/// The files beside the Swift types of the contracts.
enum ContractFiles {
    /// `Shared/Contracts`.
    static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Shared/Contracts")

    /// The names of the folders that hold a message: those with a Swift file of their own name.
    static func messageFolders() throws -> Set<String> {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        return Set(
            names.filter { name in
                FileManager.default.fileExists(atPath: path("\(name)/\(name).swift").path)
            }
        )
    }

    static func path(_ name: String) -> URL {
        folder.appendingPathComponent(name)
    }

    static func data(_ name: String) throws -> Data {
        try Data(contentsOf: path(name))
    }

    static func text(_ name: String) throws -> String {
        try String(contentsOf: path(name), encoding: .utf8)
    }

    /// A JSON file, which is read once.
    static func json(_ name: String) throws -> JSONValue {
        if let known = parsed.withLock({ $0[name] }) { return known }
        let value = try JSONDecoder().decode(JSONValue.self, from: data(name))
        parsed.withLock { $0[name] = value }
        return value
    }

    private static let parsed = Mutex<[String: JSONValue]>([:])

    static func yaml(_ name: String) throws -> JSONValue {
        try YAMLDecoder().decode(JSONValue.self, from: text(name))
    }

    /// Every schema, relative to the folder.
    static func schemas() throws -> [String] {
        let shared = try ["Bus", "Common"].flatMap { name in
            try FileManager.default.contentsOfDirectory(atPath: path(name).path)
                .map { "\(name)/\($0)" }
        }
        return try shared.sorted() + messageFolders().sorted().map { "\($0)/schema.json" }
    }
}

import Foundation

/// The repository's own sources.
enum SourceTree {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    struct File: CustomStringConvertible, Sendable {
        /// From the root.
        let path: String
        let text: String

        var description: String { path }
        var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

        /// The modules that it imports.
        var imports: Set<String> {
            Set(
                lines.compactMap { line in
                    let words = line.split(separator: " ")
                    guard let place = words.firstIndex(of: "import"), place <= 2 else { return nil }
                    let isPlain = words[..<place].allSatisfy { word in
                        ["@testable", "package", "public", "internal"].contains(word)
                    }
                    return isPlain && place + 1 < words.count ? String(words[place + 1]) : nil
                }
            )
        }
    }

    /// Every Swift file under Services, Shared and Tests, in order.
    static let swiftFiles: [File] = ["Services", "Shared", "Tests"].flatMap { folder in
        let base = root.appendingPathComponent(folder)
        let found = FileManager.default.enumerator(at: base, includingPropertiesForKeys: nil)
        var files: [File] = []
        while let url = found?.nextObject() as? URL {
            guard
                url.pathExtension == "swift",
                let text = try? String(contentsOf: url, encoding: .utf8)
            else { continue }
            let path = String(url.path.dropFirst(root.path.count + 1))
            files.append(File(path: path, text: text))
        }
        return files.sorted { $0.path < $1.path }
    }

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }
}

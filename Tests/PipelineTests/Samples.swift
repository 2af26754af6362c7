import Foundation

/// The sample documents of the repository.
enum Samples {
    static var root: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
    }

    static func files() throws -> [URL] {
        try FileManager.default.contentsOfDirectory(
            at: root.appendingPathComponent("deploy/samples"),
            includingPropertiesForKeys: nil
        )
        .filter { ["md", "txt"].contains($0.pathExtension) && $0.lastPathComponent != "README.md" }
        .sorted { $0.path < $1.path }
    }
}

import ArgumentParser
import Foundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// A file or an address whose content shall be taken in.
struct DocumentSource: Hashable, Sendable {
    var url: URL
    /// What it is called in the report.
    var origin: String

    private static let endings: Set<String> = ["txt", "md", "markdown"]

    /// The files that some paths name, folders searched, in order.
    static func expand(_ paths: [String]) throws -> [DocumentSource] {
        try paths.flatMap { path in
            if path.hasPrefix("http://") || path.hasPrefix("https://") {
                guard let url = URL(string: path) else {
                    throw ValidationError("“\(path)” is not an address")
                }
                return [DocumentSource(url: url, origin: path)]
            }
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                throw ValidationError("there is no file or folder \(path)")
            }
            let url = URL(fileURLWithPath: path)
            return isFolder.boolValue
                ? files(in: url)
                : [DocumentSource(url: url, origin: url.lastPathComponent)]
        }
    }

    private static func files(in folder: URL) -> [DocumentSource] {
        let found = FileManager.default.enumerator(
            at: folder,
            includingPropertiesForKeys: nil,
            options: [.skipsHiddenFiles]
        )
        var urls: [URL] = []
        while let url = found?.nextObject() as? URL {
            guard
                endings.contains(url.pathExtension.lowercased()),
                url.lastPathComponent != "README.md"
            else { continue }
            urls.append(url)
        }
        return urls.sorted { $0.path < $1.path }
            .map { DocumentSource(url: $0, origin: $0.lastPathComponent) }
    }

    func bytes() async throws -> Data {
        guard !url.isFileURL else { return try Data(contentsOf: url) }
        let (body, response) = try await URLSession.shared.data(from: url)
        let status = (response as? HTTPURLResponse)?.statusCode ?? 0
        guard status == 200 else {
            throw HTTPClient.Failure(description: "\(url) answers with status \(status)")
        }
        return body
    }
}

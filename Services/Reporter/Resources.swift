import Foundation

/// The files that are delivered with the program.
enum Resources {
    /// A file that is not there.
    struct Missing: Error, CustomStringConvertible {
        var name: String
        var description: String { "the resource \(name) is not where the program is" }
    }

    static func bytes(_ name: String) throws -> [UInt8] {
        guard let folder = folder, let data = try? Data(contentsOf: folder.appending(path: name))
        else { throw Missing(name: name) }
        return [UInt8](data)
    }

    static func text(_ name: String) throws -> String {
        String(decoding: try bytes(name), as: UTF8.self)
    }

    private static var folder: URL? {
        Bundle.module.url(forResource: "Templates", withExtension: nil)
    }
}

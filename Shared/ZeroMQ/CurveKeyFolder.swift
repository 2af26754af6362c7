package import Foundation

/// The keys of a CURVE server and of the clients it lets in, as files.
///
/// ```
/// server.secret  server.public      the server's own
/// clients/NAME.public               who may come in
/// revoked/NAME.public               who may no longer
/// ```
package struct CurveKeyFolder: Sendable {
    package let url: URL

    package init(_ url: URL) {
        self.url = url
    }

    package enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
        case unusableName(String)
        case exists(String)
        case missing(String)
        case notAKey(String)
        case allowedAlready(as: String)

        package var description: String {
            switch self {
            case .unusableName(let name):
                "“\(name)” cannot be a name: use 1 to 64 letters, digits, “-”, “_” and “.”"
            case .exists(let path): "\(path) exists already"
            case .missing(let path): "there is no \(path)"
            case .allowedAlready(let name): "this key is allowed already, as \(name)"
            case .notAKey(let path): "\(path) does not hold a key of 40 characters (Z85)"
            }
        }
    }

    // MARK: - Server

    /// The server's keys.
    package func server() throws -> CurveKeyPair {
        let file = url.appendingPathComponent("server.secret")
        guard let key = CurveSecretKey(try Self.text(file)) else {
            throw Failure.notAKey(file.path)
        }
        return try CurveKeyPair(key)
    }

    /// The server's keys, which are made where there are none.
    ///
    /// - Throws: Where they cannot be written, or are there and cannot be read: clients know the
    ///   public key, so a broken one is never replaced.
    package func serverOrNew() throws -> CurveKeyPair {
        let files = ["server.secret", "server.public"].map { url.appendingPathComponent($0).path }
        if !files.contains(where: { FileManager.default.fileExists(atPath: $0) }) {
            do {
                _ = try Self.createPair("server", in: url)
            } catch Failure.exists {
                // Another process was the faster.
            }
        }
        return try server()
    }

    /// Makes a key pair as `NAME.secret`, which only its owner may read, and `NAME.public`.
    package static func createPair(_ name: String, in folder: URL) throws -> CurvePublicKey {
        try check(name)
        let pair = try CurveKeyPair.generate()
        try write(pair.secretKey.text, to: folder.appendingPathComponent("\(name).secret"), 0o600)
        try write(
            pair.publicKey.description,
            to: folder.appendingPathComponent("\(name).public"),
            0o644
        )
        return pair.publicKey
    }

    // MARK: - Clients

    /// Who may come in, by name.
    ///
    /// - Throws: Where the folder is there and cannot be read. A file that holds no key lets
    ///   nobody in.
    package func clients() throws -> [String: CurvePublicKey] { try keys(in: "clients") }

    /// Whose key was revoked, by name.
    package func revoked() throws -> [String: CurvePublicKey] { try keys(in: "revoked") }

    /// Lets a client in from now on.
    ///
    /// - Throws: ``Failure``, also where another client has this key: revoking one of two would
    ///   cut off nobody.
    package func allow(_ key: CurvePublicKey, as name: String) throws {
        try Self.check(name)
        if let other = try clients().first(where: { $0.value == key && $0.key != name }) {
            throw Failure.allowedAlready(as: other.key)
        }
        try Self.write(key.description, to: file("clients", name), 0o644)
        try? FileManager.default.removeItem(at: file("revoked", name))
    }

    /// Lets a client in no longer.
    package func revoke(_ name: String) throws {
        try Self.check(name)
        let from = file("clients", name)
        guard FileManager.default.fileExists(atPath: from.path) else {
            throw Failure.missing(from.path)
        }
        let to = file("revoked", name)
        try? FileManager.default.removeItem(at: to)
        try FileManager.default.createDirectory(
            at: to.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try FileManager.default.moveItem(at: from, to: to)
    }

    /// Reads a public key from a file.
    package static func publicKey(_ file: URL) throws -> CurvePublicKey {
        guard let key = CurvePublicKey(try text(file)) else { throw Failure.notAKey(file.path) }
        return key
    }

    // MARK: - Files

    private func file(_ kind: String, _ name: String) -> URL {
        url.appendingPathComponent(kind).appendingPathComponent("\(name).public")
    }

    private func keys(in kind: String) throws -> [String: CurvePublicKey] {
        let folder = url.appendingPathComponent(kind)
        guard FileManager.default.fileExists(atPath: folder.path) else { return [:] }
        var keys: [String: CurvePublicKey] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
        where name.hasSuffix(".public") && !name.hasPrefix(".") {
            let file = folder.appendingPathComponent(name)
            keys[String(name.dropLast(".public".count))] = try? Self.publicKey(file)
        }
        return keys
    }

    private static func check(_ name: String) throws(Failure) {
        let isUsable =
            (1...64).contains(name.utf8.count) && !name.hasPrefix(".")
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
                    UInt8(ascii: "."):
                    true
                default: false
                }
            }
        guard isUsable else { throw .unusableName(name) }
    }

    private static func text(_ file: URL) throws -> String {
        guard FileManager.default.fileExists(atPath: file.path) else {
            throw Failure.missing(file.path)
        }
        return try String(contentsOf: file, encoding: .utf8)
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Writes a new file under its final name only once it is complete.
    private static func write(_ text: String, to file: URL, _ permissions: Int) throws {
        let manager = FileManager.default
        guard !manager.fileExists(atPath: file.path) else { throw Failure.exists(file.path) }
        let folder = file.deletingLastPathComponent()
        try manager.createDirectory(at: folder, withIntermediateDirectories: true)
        let draft = folder.appendingPathComponent(".\(file.lastPathComponent).\(UUID().uuidString)")
        let isWritten = manager.createFile(
            atPath: draft.path,
            contents: Data((text + "\n").utf8),
            attributes: [.posixPermissions: permissions]
        )
        guard isWritten else { throw CocoaError(.fileWriteUnknown) }
        try manager.moveItem(at: draft, to: file)
    }
}

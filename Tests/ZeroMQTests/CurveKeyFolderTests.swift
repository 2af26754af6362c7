import Foundation
import TestSupport
import Testing

@testable import ZeroMQ

struct CurveKeyFolderTests {
    private let folder: TemporaryFolder
    private let keys: CurveKeyFolder

    init() throws {
        folder = try TemporaryFolder()
        keys = CurveKeyFolder(folder.file("keys"))
    }

    private func permissions(_ file: URL) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
    }

    @Test func `the server's secret is readable by its owner only`() throws {
        #expect(throws: CurveKeyFolder.Failure.self) { try keys.server() }
        let key = try keys.serverOrNew().publicKey
        #expect(try keys.server().publicKey == key)
        #expect(try keys.serverOrNew().publicKey == key)
        #expect(try permissions(keys.url.appendingPathComponent("server.secret")) == 0o600)
    }

    @Test func `a server's key that is damaged is not replaced`() throws {
        _ = try keys.serverOrNew()
        let secret = keys.url.appendingPathComponent("server.secret")
        try Data("half a k".utf8).write(to: secret)
        #expect(throws: CurveKeyFolder.Failure.notAKey(secret.path)) { try keys.serverOrNew() }
        try FileManager.default.removeItem(at: secret)
        #expect(throws: CurveKeyFolder.Failure.missing(secret.path)) { try keys.serverOrNew() }
    }

    @Test func `a client is let in until its key is revoked`() throws {
        let key = try CurveKeyPair.generate().publicKey
        #expect(try keys.clients().isEmpty)
        try keys.allow(key, as: "dashboard")
        #expect(try keys.clients() == ["dashboard": key])
        try keys.revoke("dashboard")
        #expect(try keys.clients().isEmpty)
        #expect(try keys.revoked() == ["dashboard": key])
        try keys.allow(key, as: "dashboard")
        #expect(try keys.revoked().isEmpty)
    }

    @Test func `a file that holds no key lets nobody in`() throws {
        let clients = keys.url.appendingPathComponent("clients")
        try FileManager.default.createDirectory(at: clients, withIntermediateDirectories: true)
        try Data("nonsense".utf8).write(to: clients.appendingPathComponent("x.public"))
        #expect(try keys.clients().isEmpty)
    }

    @Test(arguments: ["", "..", ".hidden", "a/b", "名", String(repeating: "a", count: 65)])
    func `a name that is no plain file name is refused`(_ name: String) throws {
        let key = try CurveKeyPair.generate().publicKey
        #expect(throws: CurveKeyFolder.Failure.unusableName(name)) {
            try keys.allow(key, as: name)
        }
    }
}

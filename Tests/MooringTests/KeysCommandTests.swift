import ArgumentParser
import Foundation
import TestSupport
import Testing
import ZeroMQ

@testable import Mooring

struct KeysCommandTests {
    private let folder: TemporaryFolder
    private let keys: CurveKeyFolder

    init() throws {
        folder = try TemporaryFolder()
        keys = CurveKeyFolder(folder.file("keys"))
    }

    private func allow(_ arguments: String...) throws {
        let options = ["--folder", keys.url.path, "--from", folder.url.path]
        try KeysCommand.Allow.parse(options + arguments).run()
    }

    @Test func `a client that got its pair here is allowed by name`() throws {
        try KeysCommand.Create.parse(["--output", folder.url.path, "dashboard"]).run()
        #expect(try keys.clients().isEmpty)
        try allow("dashboard")
        let key = try CurveKeyFolder.publicKey(folder.file("dashboard.public"))
        #expect(try keys.clients() == ["dashboard": key])
    }

    @Test func `a client with a pair of its own is allowed by its public key`() throws {
        let key = try CurveKeyPair.generate().publicKey
        try allow("--as", "partner", "--", key.description)
        #expect(try keys.clients() == ["partner": key])
        let other = try CurveKeyPair.generate().publicKey
        try allow("--", other.description)
        #expect(try keys.clients().count == 2)
    }

    @Test func `a client that was revoked can be allowed again by name`() throws {
        let key = try CurveKeyPair.generate().publicKey
        try allow("--as", "partner", "--", key.description)
        try KeysCommand.Revoke.parse(["--folder", keys.url.path, "partner"]).run()
        #expect(try keys.clients().isEmpty)
        try allow("partner")
        #expect(try keys.clients() == ["partner": key])
    }

    @Test func `the relay's public key is printed and never made`() throws {
        let command = try KeysCommand.Server.parse(["--folder", keys.url.path])
        #expect(throws: HTTPClient.Failure.self) { try command.run() }
        #expect(!FileManager.default.fileExists(atPath: keys.url.path))
        _ = try keys.serverOrNew()
        try command.run()
    }

    @Test func `a key is allowed under one name`() throws {
        let key = try CurveKeyPair.generate().publicKey
        try allow("--as", "partner", "--", key.description)
        #expect(throws: CurveKeyFolder.Failure.allowedAlready(as: "partner")) {
            try allow("--as", "other", "--", key.description)
        }
        #expect(try keys.clients() == ["partner": key])
    }

    @Test func `who is unknown can be neither allowed nor revoked`() throws {
        #expect(throws: CurveKeyFolder.Failure.self) { try allow("nobody") }
        #expect(throws: CurveKeyFolder.Failure.self) {
            try KeysCommand.Revoke.parse(["--folder", keys.url.path, "nobody"]).run()
        }
    }
}

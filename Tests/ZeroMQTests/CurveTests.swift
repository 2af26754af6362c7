import Foundation
import TestSupport
import Testing

@testable import ZeroMQ

/// Encrypted connections over real sockets.
@Suite(.timeLimit(.minutes(10)))
struct CurveTests {
    private let context: Context
    private let server: CurveKeyPair
    private let client: CurveKeyPair

    init() throws {
        context = try Context()
        server = try CurveKeyPair.generate()
        client = try CurveKeyPair.generate()
    }

    @Test func `a public key follows from its secret key`() throws {
        #expect(try CurveKeyPair(server.secretKey) == server)
        #expect(server != client)
    }

    @Test func `only 40 characters that encode 32 bytes are a key`() throws {
        let text = server.publicKey.description
        #expect(CurvePublicKey(text) == server.publicKey)
        #expect(CurvePublicKey(bytes: server.publicKey.bytes) == server.publicKey)
        #expect(CurvePublicKey(text + "0") == nil)
        #expect(CurvePublicKey(String(text.dropLast())) == nil)
        #expect(CurvePublicKey(String(repeating: "~", count: 40)) == nil)
        #expect(CurvePublicKey(bytes: [1, 2, 3]) == nil)
    }

    @Test func `a secret key does not print`() throws {
        #expect(!"\(server.secretKey)".contains(server.secretKey.text))
    }

    /// Sends what a subscriber would get until it gets it, or until the monitor tells of an event.
    private func attempt(
        _ keys: CurveKeyPair?,
        knowing known: CurvePublicKey,
        allowing allowed: CurvePublicKey
    ) async throws -> (isReceived: Bool, events: Set<SocketMonitor.Event>) {
        let handler = try AccessHandler(in: context)
        let publisher = try Socket(.extendedPublish, in: context)
        let monitor = try SocketMonitor(of: publisher, in: context)
        try publisher.admitCurveClients(secretKey: server.secretKey, domain: "test")
        try publisher.bind(to: "tcp://127.0.0.1:*")
        let subscriber = try Socket(.subscribe, in: context)
        if let keys { try subscriber.useCurve(keys, server: known) }
        try subscriber.subscribe(toPrefix: "")
        try subscriber.connect(to: try publisher.lastEndpoint())
        var events: Set<SocketMonitor.Event> = []
        var isReceived = false
        let refusals: Set<SocketMonitor.Event> = [
            .withoutKey, .undecipherable, .refused, .brokenOff, .failed,
        ]
        while !isReceived, events.isDisjoint(with: refusals) {
            try handler.answer { $0.key == allowed && $0.domain == "test" ? "client" : nil }
            try publisher.send([Array("topic/".utf8), Array("body".utf8)])
            _ = try publisher.receiveSubscription()
            isReceived = try subscriber.receive() != nil
            events.formUnion(try monitor.events())
            try await lookAgainSoon()
        }
        return (isReceived, events)
    }

    @Test func `a client with an allowed key receives`() async throws {
        let outcome = try await attempt(
            client,
            knowing: server.publicKey,
            allowing: client.publicKey
        )
        #expect(outcome.isReceived)
    }

    @Test func `a client with another key is refused`() async throws {
        let outcome = try await attempt(
            client,
            knowing: server.publicKey,
            allowing: server.publicKey
        )
        #expect(!outcome.isReceived)
        #expect(outcome.events.contains(.refused))
    }

    @Test func `a client that takes the server for another is refused`() async throws {
        let outcome = try await attempt(
            client,
            knowing: client.publicKey,
            allowing: client.publicKey
        )
        #expect(!outcome.isReceived)
        #expect(outcome.events.contains(.undecipherable))
    }

    @Test func `a client without a key is refused`() async throws {
        let outcome = try await attempt(nil, knowing: server.publicKey, allowing: client.publicKey)
        #expect(!outcome.isReceived)
        // The side that notices first ends the handshake.
        #expect(!outcome.events.isDisjoint(with: [.withoutKey, .brokenOff]))
    }
}

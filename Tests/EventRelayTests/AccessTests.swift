import Foundation
import TestSupport
import Testing
import ZeroMQ

/// Who is let in over CURVE, and who is not.
@Suite(.timeLimit(.minutes(10)))
struct AccessTests {
    private let journals: Journals
    private let relay: RelayProcess
    private let context: Context
    private let server: CurvePublicKey

    init() throws {
        journals = try Journals()
        relay = try RelayProcess(journals)
        context = try Context()
        server = try relay.keys.server().publicKey
    }

    private func refusals(_ reason: String) -> String {
        "mooring_relay_refusals_total{reason=\"\(reason)\"}"
    }

    @Test func `without a key or with a wrong one no event arrives, and it is counted`()
        async throws
    {
        let friend = try CurveKeyPair.generate()
        let strangerKeys = try CurveKeyPair.generate()
        try relay.keys.allow(friend.publicKey, as: "friend")
        try await relay.start()
        let known = try Stranger(
            to: relay.secureLive,
            .init(keys: friend, server: server),
            in: context
        )
        let keyless = try Stranger(to: relay.secureLive, in: context)
        let unknown = try Stranger(
            to: relay.secureLive,
            .init(keys: strangerKeys, server: server),
            in: context
        )
        let mistaken = try Stranger(
            to: relay.secureLive,
            .init(keys: friend, server: strangerKeys.publicKey),
            in: context
        )
        #expect(try await known.isGreeted())
        // Without a key, the side that notices first ends the handshake.
        let isCounted = try await eventually {
            let noticed = try await relay.metric(refusals("no_key"))
            return try await relay.metric(refusals("broken_off")) + noticed > 0
        }
        #expect(isCounted)
        for reason in ["unknown_key", "wrong_server_key"] {
            #expect(try await relay.waits(for: refusals(reason), toReach: 1), "\(reason)")
        }
        try journals.append(100)
        #expect(try await Set(known.take(400)) == Set(journals.all()))
        #expect(try keyless.leftovers().isEmpty)
        #expect(try unknown.leftovers().isEmpty)
        #expect(try mistaken.leftovers().isEmpty)
    }

    @Test func `a key is let in and cut off while the relay runs`() async throws {
        let friend = try CurveKeyPair.generate()
        let traitor = try CurveKeyPair.generate()
        try relay.keys.allow(friend.publicKey, as: "friend")
        try await relay.start()
        let passport = Stranger.Passport(keys: traitor, server: server)
        let early = try Stranger(to: relay.secureLive, passport, in: context)
        #expect(try await relay.waits(for: refusals("unknown_key"), toReach: 1))
        try relay.keys.allow(traitor.publicKey, as: "traitor")
        #expect(try await relay.waits(for: "mooring_relay_keys_allowed", toReach: 2))
        // ZeroMQ gives up on a connection that was refused; a new socket tries again.
        let cut = try Stranger(to: relay.secureLive, passport, in: context)
        #expect(try await cut.isGreeted())
        #expect(try early.leftovers().isEmpty)
        try journals.append(10)
        #expect(try await cut.take(40).count == 40)

        try relay.keys.revoke("traitor")
        #expect(try await relay.waits(for: refusals("revoked_key"), toReach: 1))
        let kept = try Stranger(
            to: relay.secureLive,
            .init(keys: friend, server: server),
            in: context
        )
        #expect(try await kept.isGreeted())
        try journals.append(10)
        #expect(try await kept.take(40).count == 40)
        #expect(try cut.leftovers().isEmpty)
        #expect(try await relay.metric("mooring_relay_rebinds_total{door=\"secure-live\"}") == 1)
    }

    @Test func `those who keep their key come back by themselves after a revocation`()
        async throws
    {
        let friend = try CurveKeyPair.generate()
        try relay.keys.allow(friend.publicKey, as: "friend")
        try relay.keys.allow(try CurveKeyPair.generate().publicKey, as: "other")
        try await relay.start()
        let stranger = try Stranger(
            to: relay.secureLive,
            .init(keys: friend, server: server),
            in: context
        )
        #expect(try await stranger.isGreeted())
        try relay.keys.revoke("other")
        #expect(
            try await relay.waits(
                for: "mooring_relay_rebinds_total{door=\"secure-live\"}",
                toReach: 1
            )
        )
        #expect(try await stranger.isGreeted())
        try journals.append(10)
        #expect(try await stranger.take(40).count == 40)
    }

    @Test(arguments: [
        ["--relay-live", "tcp://0.0.0.0:5640"],
        ["--relay-replay", "tcp://*:5642"],
        ["--http-host", "0.0.0.0"],
    ])
    func `it does not start with a plain door beyond loopback`(_ door: [String]) async throws {
        #expect(try await relay.run(door) == 64)
        #expect(await relay.log.contains("loopback"))
    }

    @Test(arguments: [
        ["--log-level", "loud"],
        ["--relay-live", "127.0.0.1:5640"],
        ["--relay-keep-events", "7"],
        ["--http-port", "eighty"],
    ])
    func `it does not start with a setting that it cannot use`(_ flag: [String]) async throws {
        #expect(try await relay.run(flag) == 64)
        let log = await relay.log
        #expect(log.contains("“\(flag[1])”"))
        #expect(log.split(separator: "\n").count == 1)
    }

    @Test func `one that cannot open its store says so in one sentence`() async throws {
        try Data().write(to: relay.folder.file("file"))
        let path = relay.folder.file("file").appendingPathComponent("relay.sqlite").path
        #expect(try await relay.run(["--store-file", path]) == 70)
        let log = await relay.log
        #expect(log.hasPrefix("event-relay: cannot write in "))
        #expect(log.split(separator: "\n").count == 1)
    }
}

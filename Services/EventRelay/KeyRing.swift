import Foundation
import Logging
import Synchronization
import ZeroMQ

/// Whose keys open the relay's CURVE doors, as the keys folder says now.
final class KeyRing: Sendable {
    private let folder: CurveKeyFolder
    private let logger: Logger
    private let state = Mutex(State())

    private struct State {
        var allowed: [CurvePublicKey: String] = [:]
        var revoked: Set<CurvePublicKey> = []
        var removals = 0
        var isGuarded = false
    }

    /// Reads the folder for the first time.
    ///
    /// - Throws: Where it cannot be read.
    init(_ folder: CurveKeyFolder, logger: Logger) throws {
        self.folder = folder
        self.logger = logger
        try load()
    }

    /// Whether somebody asks this ring before a connection is established: without an access
    /// handler libzmq would let everybody in, so no CURVE door is opened earlier.
    var isGuarded: Bool {
        get { state.withLock { $0.isGuarded } }
        set { state.withLock { $0.isGuarded = newValue } }
    }

    /// How often a key has been taken away; each time the doors must cut off who came in with it.
    var removals: Int { state.withLock { $0.removals } }

    var count: Int { state.withLock { $0.allowed.count } }

    /// The client's name, or why it is refused.
    func judge(_ key: CurvePublicKey) -> Verdict {
        state.withLock { state in
            if let name = state.allowed[key] { return .allowed(name) }
            return .refused(state.revoked.contains(key) ? .revokedKey : .unknownKey)
        }
    }

    enum Verdict: Hashable, Sendable {
        case allowed(String)
        case refused(Refusal)
    }

    /// Reads the folder again; where it cannot be read, nobody is let in.
    func reload() {
        do {
            try load()
        } catch {
            logger.error("The keys cannot be read", metadata: ["reason": "\(error)"])
            replace([:], revoked: [])
        }
    }

    private func load() throws {
        let clients = try folder.clients()
        let allowed = Dictionary(
            clients.sorted { $0.key < $1.key }.prefix(RelayLimits.keysMax).map {
                ($0.value, $0.key)
            },
            uniquingKeysWith: { first, _ in first }
        )
        replace(allowed, revoked: Set(try folder.revoked().values))
    }

    private func replace(_ allowed: [CurvePublicKey: String], revoked: Set<CurvePublicKey>) {
        let change = state.withLock { state in
            let before = Set(state.allowed.values)
            let now = Set(allowed.values)
            let change = (
                isAny: state.allowed != allowed,
                added: now.subtracting(before).sorted(), removed: before.subtracting(now).sorted()
            )
            if !state.allowed.keys.allSatisfy({ allowed[$0] != nil }) { state.removals += 1 }
            state.allowed = allowed
            state.revoked = revoked
            return change
        }
        guard change.isAny else { return }
        logger.notice(
            "Read the keys",
            metadata: [
                "allowed": "\(allowed.count)",
                "added": "\(change.added.joined(separator: " "))",
                "removed": "\(change.removed.joined(separator: " "))",
            ]
        )
    }
}

/// Why somebody was not let in.
enum Refusal: String, CaseIterable, Sendable {
    /// The client does not speak CURVE.
    case noKey = "no_key"
    /// The client has another public key of the server than the server has.
    case wrongServerKey = "wrong_server_key"
    /// The client's key was never allowed.
    case unknownKey = "unknown_key"
    /// The client's key was allowed once.
    case revokedKey = "revoked_key"
    /// The client ended the handshake: one without a key may do so before it is found out.
    case brokenOff = "broken_off"
    /// What the client sent was no handshake.
    case protocolError = "protocol_error"
}

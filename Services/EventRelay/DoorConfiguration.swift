import Messaging
import Operations
import ZeroMQ

/// One place where strangers come in.
struct DoorConfiguration: Sendable {
    /// As metrics and logs call it: `live`, `secure-replay`.
    var name: String
    var endpoint: String
    /// The server's keys of a CURVE door; `nil` for a plain one.
    var keys: CurveKeyPair?
    var kind: Kind

    enum Kind: Sendable {
        case live, replay
    }

    /// Whether only this machine can reach an endpoint.
    static func isLoopback(_ endpoint: String) -> Bool {
        let parts = endpoint.split(separator: "://", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return false }
        guard parts[0] == "tcp" else { return parts[0] == "ipc" || parts[0] == "inproc" }
        guard let colon = parts[1].lastIndex(of: ":") else { return false }
        return isLoopback(host: String(parts[1][..<colon]))
    }

    /// Whether a host is this machine and nothing else, by how it is written.
    static func isLoopback(host: String) -> Bool {
        if host == "localhost" || host == "::1" || host == "[::1]" { return true }
        let octets = host.split(separator: ".", omittingEmptySubsequences: false)
        return octets.count == 4 && octets[0] == "127" && octets.allSatisfy { UInt8($0) != nil }
    }
}

// MARK: - Settings

extension DoorConfiguration {
    /// The doors that the settings open.
    ///
    /// - Throws: ``SettingsError`` for what is no address and for a plain door beyond loopback that
    ///   was not asked for in so many words, or an error of the keys folder where a CURVE door's own key, which is made
    ///   where there is none, cannot be read or written.
    static func all(_ settings: Settings, keys: CurveKeyFolder) throws -> [DoorConfiguration] {
        let mayLeave = try settings.bool("relay.allow-plain-beyond-loopback")
        var doors: [DoorConfiguration] = []
        for (kind, name) in [(Kind.live, "live"), (.replay, "replay")] {
            if !settings.string("relay.\(name)").isEmpty {
                let plain = try settings.address("relay.\(name)")
                try checkPlain("relay.\(name)", plain, mayLeave || isLoopback(plain))
                doors.append(.init(name: name, endpoint: plain, kind: kind))
            }
            if !settings.string("relay.secure-\(name)").isEmpty {
                doors.append(
                    .init(
                        name: "secure-\(name)",
                        endpoint: try settings.address("relay.secure-\(name)"),
                        keys: try keys.serverOrNew(),
                        kind: kind
                    )
                )
            }
        }
        let host = settings.string("http.host")
        try checkPlain("http.host", host, mayLeave || isLoopback(host: host))
        return doors
    }

    private static func checkPlain(
        _ key: String,
        _ value: String,
        _ isAllowed: Bool
    ) throws(SettingsError) {
        guard !isAllowed else { return }
        throw .invalid(
            key: key,
            value: value,
            expected: "on loopback (127.0.0.1), because it is not encrypted: use relay.secure-live "
                + "and relay.secure-replay beyond it, or set relay.allow-plain-beyond-loopback to "
                + "true where the network is your own"
        )
    }
}

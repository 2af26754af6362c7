// MARK: - Addresses

extension Settings {
    /// A ZeroMQ address, such as `tcp://127.0.0.1:5600`, `tcp://*:5600` or `ipc:///tmp/x`.
    package func address(_ key: String) throws(SettingsError) -> String {
        let text = string(key)
        guard Self.isAddress(text) else {
            throw .invalid(
                key: key,
                value: text,
                expected: "an address such as tcp://127.0.0.1:5600 or ipc:///run/mooring/x"
            )
        }
        return text
    }

    private static func isAddress(_ text: String) -> Bool {
        for scheme in ["ipc://", "inproc://"] where text.hasPrefix(scheme) {
            return text.count > scheme.count
        }
        let place = text.dropFirst("tcp://".count)
        guard text.hasPrefix("tcp://"), let colon = place.lastIndex(of: ":") else { return false }
        let port = place[place.index(after: colon)...]
        return colon != place.startIndex && (port == "*" || UInt16(port) != nil)
    }
}

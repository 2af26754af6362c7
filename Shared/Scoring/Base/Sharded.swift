/// A dictionary in many small parts, so that no change costs more the more it holds.
///
/// A dictionary that grows moves everything to a larger place now and then, and one that is shared
/// with a copy is copied as a whole when it changes. Here only the part that the key is in is.
struct Sharded<Key: Hashable, Value> {
    /// None, or as many as there ever are.
    private var parts: [[Key: Value]] = []

    private static var partCount: Int { 256 }

    init() {}

    private static func part(of key: Key) -> Int {
        Int(truncatingIfNeeded: UInt(bitPattern: key.hashValue) >> 40) & (partCount - 1)
    }

    private mutating func makeParts() {
        if parts.isEmpty { parts = Array(repeating: [:], count: Self.partCount) }
    }

    subscript(key: Key) -> Value? {
        get { parts.isEmpty ? nil : parts[Self.part(of: key)][key] }
        _modify {
            makeParts()
            yield &parts[Self.part(of: key)][key]
        }
    }

    subscript(key: Key, default value: @autoclosure () -> Value) -> Value {
        get { self[key] ?? value() }
        _modify {
            makeParts()
            yield &parts[Self.part(of: key)][key, default: value()]
        }
    }

    /// Sets a value; returns the one before.
    mutating func updateValue(_ value: Value, forKey key: Key) -> Value? {
        makeParts()
        return parts[Self.part(of: key)].updateValue(value, forKey: key)
    }

    /// Removes a value; returns it.
    mutating func removeValue(forKey key: Key) -> Value? {
        parts.isEmpty ? nil : parts[Self.part(of: key)].removeValue(forKey: key)
    }

    /// In no order.
    var values: [Value] { parts.flatMap(\.values) }

    /// In no order.
    var keys: [Key] { parts.flatMap(\.keys) }
}

extension Sharded: Sendable where Key: Sendable, Value: Sendable {}

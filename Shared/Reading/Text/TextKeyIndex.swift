/// Numbers texts in the order in which they are added, by their keys.
struct TextKeyIndex: Sendable {
    /// The keys that are in it, in order.
    private(set) var all: [UInt64] = []
    /// Slots of keys and of their numbers; a key says where to look first.
    private var keys = [UInt64](repeating: 0, count: 16)
    private var numbers = [Int32](repeating: -1, count: 16)
    /// A byte of each slot's key, 0 where it is free: most texts are found missing by it alone.
    private var tags = [UInt8](repeating: 0, count: 16)

    var count: Int { all.count }

    @inline(__always)
    private static func mixed(_ key: UInt64) -> UInt64 {
        (key ^ (key >> 32)) &* 0x9E37_79B9_7F4A_7C15
    }

    @inline(__always)
    private static func slot(_ mixed: UInt64, mask: Int) -> Int {
        Int(truncatingIfNeeded: mixed >> 32) & mask
    }

    @inline(__always)
    private static func tag(_ mixed: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: mixed >> 24) | 1 }

    /// The number of a text; `nil` where it was never added.
    @inline(__always)
    func number(of key: TextKey) -> Int? {
        let mask = keys.count - 1
        let mixed = Self.mixed(key.value)
        let tag = Self.tag(mixed)
        var slot = Self.slot(mixed, mask: mask)
        while true {
            let found = tags[slot]
            if found == 0 { return nil }
            if found == tag, keys[slot] == key.value { return Int(numbers[slot]) }
            slot = (slot + 1) & mask
        }
    }

    @inline(__always)
    func contains(_ key: TextKey) -> Bool { number(of: key) != nil }

    /// Adds a text where it is new, and returns its number.
    @discardableResult
    mutating func insert(_ key: TextKey) -> Int {
        if let number = number(of: key) { return number }
        all.append(key.value)
        if all.count * 2 > keys.count {
            keys = [UInt64](repeating: 0, count: keys.count * 2)
            numbers = [Int32](repeating: -1, count: keys.count)
            tags = [UInt8](repeating: 0, count: keys.count)
            for (number, key) in all.enumerated() { place(key, number) }
        } else {
            place(key.value, all.count - 1)
        }
        return all.count - 1
    }

    private mutating func place(_ key: UInt64, _ number: Int) {
        let mask = keys.count - 1
        let mixed = Self.mixed(key)
        var slot = Self.slot(mixed, mask: mask)
        while tags[slot] != 0 { slot = (slot + 1) & mask }
        tags[slot] = Self.tag(mixed)
        keys[slot] = key
        numbers[slot] = Int32(number)
    }
}

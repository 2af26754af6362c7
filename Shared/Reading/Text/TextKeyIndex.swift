/// Numbers texts in the order in which they are added, by their keys.
struct TextKeyIndex: Sendable {
    /// The keys that are in it, in order.
    private(set) var all: [UInt64] = []
    /// Slots of keys and of their numbers; a key says where to look first.
    private var keys = [UInt64](repeating: 0, count: 16)
    private var numbers = [Int32](repeating: -1, count: 16)

    var count: Int { all.count }

    @inline(__always)
    private static func slot(_ key: UInt64, mask: Int) -> Int {
        Int(truncatingIfNeeded: (key ^ (key >> 32)) &* 0x9E37_79B9_7F4A_7C15 >> 32) & mask
    }

    /// The number of a text; `nil` where it was never added.
    @inline(__always)
    func number(of key: TextKey) -> Int? {
        let mask = keys.count - 1
        var slot = Self.slot(key.value, mask: mask)
        while true {
            let number = numbers[slot]
            if number < 0 { return nil }
            if keys[slot] == key.value { return Int(number) }
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
            for (number, key) in all.enumerated() { place(key, number) }
        } else {
            place(key.value, all.count - 1)
        }
        return all.count - 1
    }

    private mutating func place(_ key: UInt64, _ number: Int) {
        let mask = keys.count - 1
        var slot = Self.slot(key, mask: mask)
        while numbers[slot] >= 0 { slot = (slot + 1) & mask }
        keys[slot] = key
        numbers[slot] = Int32(number)
    }
}

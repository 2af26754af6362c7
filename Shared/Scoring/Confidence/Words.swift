/// The words of a text, for comparing texts and names.
enum Words {
    /// A hash of each word, in the order of the text; the same in every process.
    static func hashes(in text: String) -> [UInt64] {
        var hashes: [UInt64] = []
        var current: UInt64?
        for scalar in text.unicodeScalars {
            let value = UInt64(lowered(scalar.value))
            if isIdeograph(scalar.value) {
                if let hash = current { hashes.append(mix(hash)) }
                current = nil
                hashes.append(mix(value))
            } else if isWord(scalar) {
                current = ((current ?? 0xcbf2_9ce4_8422_2325) ^ value) &* 0x100_0000_01b3
            } else if let hash = current {
                hashes.append(mix(hash))
                current = nil
            }
        }
        if let hash = current { hashes.append(mix(hash)) }
        return hashes
    }

    /// How many of two names' words are common to both, 0…1.
    static func similarity(_ left: Set<UInt64>, _ right: Set<UInt64>) -> Double {
        let all = left.union(right).count
        guard all > 0 else { return 0 }
        return Double(left.intersection(right).count) / Double(all)
    }

    /// SplitMix64's finaliser.
    static func mix(_ value: UInt64) -> UInt64 {
        var mixed = value &+ 0x9e37_79b9_7f4a_7c15
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    private static func lowered(_ scalar: UInt32) -> UInt32 {
        (0x41...0x5A).contains(scalar) ? scalar + 0x20 : scalar
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case ..<0x80: false
        default: scalar.properties.isAlphabetic
        }
    }

    private static func isIdeograph(_ scalar: UInt32) -> Bool {
        (0x3400...0x9FFF).contains(scalar) || (0xF900...0xFAFF).contains(scalar)
            || (0x20000...0x323AF).contains(scalar) || (0x3040...0x30FF).contains(scalar)
    }
}

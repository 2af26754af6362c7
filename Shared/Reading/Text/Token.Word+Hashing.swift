extension Token.Word {
    /// The seed of a word's hash, before its first character.
    static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Adds one folded character to a running hash.
    @inline(__always)
    static func add(_ scalar: UInt32, to hash: inout UInt64) {
        hash = (hash ^ UInt64(scalar)) &* 0x0000_0100_0000_01B3
        hash ^= hash >> 29
    }

    /// The word of one Chinese character or mark.
    @inline(__always)
    init(scalar: UInt32) {
        hash = Self.mix(UInt64(scalar) &+ 0x9E37_79B9_7F4A_7C15)
    }

    /// The word whose characters have been added to a hash.
    @inline(__always)
    init(finishing hash: UInt64) {
        self.hash = Self.mix(hash)
    }

    /// The word that a text folds to; for text that is one word.
    package init(_ text: String) {
        var hash = Self.seed
        for scalar in text.unicodeScalars {
            Folding.standard.forEach(scalar) { Self.add($0, to: &hash) }
        }
        self.init(finishing: hash)
    }

    @inline(__always)
    private static func mix(_ value: UInt64) -> UInt64 {
        var mixed = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

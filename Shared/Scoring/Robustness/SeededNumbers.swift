/// Numbers that depend on a seed only: SplitMix64.
package struct SeededNumbers: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Takes a text as seed, such as a methodology's version.
    package init(seed: String) {
        state = Words.hashes(in: seed).reduce(0x6d6f_6f72_696e_67) { Words.mix($0 ^ $1) }
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        return Words.mix(state)
    }

    /// A number in 0..<1.
    package mutating func uniform() -> Double {
        Double(next() >> 11) / Double(1 << 53)
    }

    package mutating func uniforms(_ count: Int) -> [Double] {
        (0..<count).map { _ in uniform() }
    }
}

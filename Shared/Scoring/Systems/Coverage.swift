import Evidence

/// The functions that a deployment serves, each with its reach.
struct Coverage: Hashable {
    private var mildest = SIMD16<Int16>(repeating: 0)
    /// One more than the reach, so that 0 is a function that it does not serve.
    private var worst = SIMD16<Int16>(repeating: 0)

    /// How much of the assessed government it serves, in thousandths.
    struct Reach: Hashable {
        var lo: Int
        var hi: Int
    }

    /// The reach in a function, by its place among the cases; `nil` where it does not serve it.
    subscript(function: Int) -> Reach? {
        get {
            let worst = Int(worst[function])
            return worst == 0 ? nil : Reach(lo: Int(mildest[function]), hi: worst - 1)
        }
        set {
            mildest[function] = Int16(newValue?.lo ?? 0)
            worst[function] = newValue.map { Int16($0.hi + 1) } ?? 0
        }
    }
}

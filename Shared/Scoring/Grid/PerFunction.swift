import Evidence

/// A whole number for each function of government, 0 at first.
struct PerFunction: Hashable {
    private var numbers = SIMD16<Int32>(repeating: 0)

    /// The number of a function, by its place among the cases.
    subscript(function: Int) -> Int {
        get { Int(numbers[function]) }
        set { numbers[function] = Int32(newValue) }
    }

    var isZero: Bool { numbers == SIMD16(repeating: 0) }

    var sum: Int { Int(numbers.wrappedSum()) }
}

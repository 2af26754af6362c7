import Evidence

/// A value that claims tell of, and whether they suffice to count it.
struct Told<Value: Hashable>: Hashable {
    var value: Value
    /// In order.
    var claims: [ClaimID]
    /// Admitted and undisputed.
    var isAdmitted: Bool
}

extension Array {
    /// The values that count in the evidenced score.
    func admitted<Value>() -> [Value] where Element == Told<Value> {
        filter(\.isAdmitted).map(\.value)
    }
}

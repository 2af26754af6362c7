/// A text as Unicode scalars, for work by integer positions.
///
/// Every position and range in this module counts scalars of the kept text.
struct ScalarText: Sendable {
    let scalars: [Unicode.Scalar]

    init(scalars: [Unicode.Scalar]) {
        self.scalars = scalars
    }

    init(_ text: String) {
        scalars = [Unicode.Scalar](of: text)
    }

    var count: Int { scalars.count }

    subscript(position: Int) -> Unicode.Scalar { scalars[position] }

    /// The words that stand in a range.
    func string(_ range: Range<Int>) -> String {
        String(scalars: scalars[range])
    }

    /// The range without white space at its ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper, ScalarClass.isSpace(scalars[lower]) { lower += 1 }
        while upper > lower, ScalarClass.isSpace(scalars[upper - 1]) { upper -= 1 }
        return lower..<upper
    }

    /// Whether the scalars from a position on are those of `text`.
    func starts(with text: String, at position: Int) -> Bool {
        var index = position
        for scalar in text.unicodeScalars {
            guard index < scalars.count, scalars[index] == scalar else { return false }
            index += 1
        }
        return true
    }
}

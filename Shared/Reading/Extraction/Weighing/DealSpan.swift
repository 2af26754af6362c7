/// How far the quotes of some deals reach.
struct DealSpan {
    private var firstEnd = Int.max
    private var lastStart = Int.min
    private var hasEmpty = false

    mutating func add(_ quote: Range<Int>) {
        if quote.isEmpty { hasEmpty = true }
        firstEnd = min(firstEnd, quote.upperBound)
        lastStart = max(lastStart, quote.lowerBound)
    }

    /// Whether one of the quotes does not overlap a range.
    func reaches(outside range: Range<Int>) -> Bool {
        hasEmpty || range.isEmpty || firstEnd <= range.lowerBound || lastStart >= range.upperBound
    }
}

import Evidence

/// A number that a sentence gives with its unit: money, a share, a date.
struct Quantity: Sendable {
    /// Which tokens of the sentence it covers.
    var tokens: Range<Int>
    var value: Value

    var isMoney: Bool {
        if case .money = value { true } else { false }
    }

    enum Value: Sendable {
        case money(Money)
        /// 0…1.
        case share(Double)
        case date(PartialDate)
        /// A plain number, or one whose unit is not known here.
        case number(Double)
        /// A span of years: of a contract, a loan.
        case years(Double)
    }
}

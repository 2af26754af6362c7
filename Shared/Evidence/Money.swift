/// An amount as a text states it, in the currency it names.
package struct Money: Codable, Hashable, Sendable {
    /// In whole units of the currency.
    package var value: Double
    /// ISO 4217.
    package var currency: String
    /// What the amount is of.
    package var measures: Measure
    /// Whether the text says "about", "some", "nearly".
    package var isApproximate: Bool

    package init(
        value: Double,
        currency: String,
        measures: Measure = .total,
        isApproximate: Bool = false
    ) {
        self.value = value
        self.currency = currency
        self.measures = measures
        self.isApproximate = isApproximate
    }

    package enum Measure: String, Codable, Hashable, Sendable, CaseIterable {
        case contract, loan, grant, investment, total
    }
}

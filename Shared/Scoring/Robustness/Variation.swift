/// Another choice of the figures that decide what is admitted and how much it reaches.
///
/// The ladders of status and reach are raised to a power, which keeps their order and both their
/// ends, 0 and 1: an exponent below 1 makes partial things count more, above 1 less.
package struct Variation: Hashable, Sendable {
    /// What τ is multiplied by.
    package var admission: Double
    package var statusExponent: Double
    package var reachExponent: Double

    package init(
        admission: Double = 1,
        statusExponent: Double = 1,
        reachExponent: Double = 1
    ) {
        self.admission = admission
        self.statusExponent = statusExponent
        self.reachExponent = reachExponent
    }

    /// The published choice.
    package static let none = Variation()
}

extension Methodology {
    /// The methodology with another choice of τ, status and reach.
    ///
    /// An ended system's half-life is divided by the exponent, as a power of its decay is.
    package func varied(by variation: Variation) -> Methodology {
        var varied = self
        varied.confidence.admission = min(1, confidence.admission * variation.admission)
        varied.status = status.mapValues { Self.power($0, variation.statusExponent) }
        varied.endedHalfLifeYears = endedHalfLifeYears / variation.statusExponent
        varied.reach = reach.mapValues { Self.power($0, variation.reachExponent) }
        varied.unknownReach = Self.power(unknownReach, variation.reachExponent)
        varied.subjectReach = Self.power(subjectReach, variation.reachExponent)
        return varied
    }

    private static func power(_ value: Int, _ exponent: Double) -> Int {
        exponent == 1 ? value : thousandths(Powers.of(Double(value) / 1000, exponent))
    }
}

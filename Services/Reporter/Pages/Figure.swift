/// Numbers as people read them.
enum Figure {
    /// With one decimal: `34.5`.
    static func oneDecimal(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e15 else { return String(value) }
        let tenths = Int((value * 10).rounded())
        let magnitude = tenths.magnitude
        return (tenths < 0 ? "−" : "") + "\(magnitude / 10).\(magnitude % 10)"
    }

    /// A share as a percentage: `41 %`; something that is not nothing is not `0 %`.
    static func percent(_ share: Double) -> String {
        if share > 0, share < 0.005 { return "< 1 %" }
        return "\(Int((share * 100).rounded())) %"
    }

    /// With thin spaces between thousands: `1 050 000`.
    static func grouped(_ number: Int) -> String {
        var digits = String(number.magnitude)[...]
        var groups: [Substring] = []
        while !digits.isEmpty {
            groups.append(digits.suffix(3))
            digits = digits.dropLast(3)
        }
        return (number < 0 ? "−" : "") + groups.reversed().joined(separator: "\u{202F}")
    }
}

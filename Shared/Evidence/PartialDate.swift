/// A date as far as it is known: `2021`, `2021-02` or `2021-02-14`.
///
/// Dates are ordered by their earliest day, a coarser one before a finer one.
package struct PartialDate: Hashable, Sendable, Comparable {
    package let year: Int
    package let month: Int?
    package let day: Int?

    package init(year: Int, month: Int? = nil, day: Int? = nil) {
        self.year = year
        self.month = month
        self.day = month == nil ? nil : day
    }

    /// Reads ISO 8601 of any precision down to the day; `nil` for anything else.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { Int($0) }
        guard
            (1...3).contains(parts.count), numbers.count == parts.count,
            parts[0].count == 4, parts.dropFirst().allSatisfy({ $0.count == 2 })
        else { return nil }
        let month = numbers.count > 1 ? numbers[1] : nil
        let day = numbers.count > 2 ? numbers[2] : nil
        if let month, !(1...12).contains(month) { return nil }
        if let day, !(1...31).contains(day) { return nil }
        self.init(year: numbers[0], month: month, day: day)
    }

    /// Days since a fixed origin in the proleptic Gregorian calendar, of the earliest day meant.
    package var dayNumber: Int {
        Self.dayNumber(year: year, month: month ?? 1, day: day ?? 1)
    }

    package static func < (left: PartialDate, right: PartialDate) -> Bool {
        left.sortKey < right.sortKey
    }

    private var sortKey: Int {
        dayNumber * 4 + (month == nil ? 0 : 1) + (day == nil ? 0 : 1)
    }

    /// The civil-day count of Howard Hinnant's `days_from_civil`.
    private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}

extension PartialDate: CustomStringConvertible, Codable {
    package var description: String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return ([padded(year, 4)] + [month, day].compactMap { $0.map { padded($0, 2) } })
            .joined(separator: "-")
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let date = PartialDate(text) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "“\(text)” is not a date (YYYY, YYYY-MM or YYYY-MM-DD)"
            )
        }
        self = date
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

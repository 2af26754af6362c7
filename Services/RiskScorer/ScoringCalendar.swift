import Evidence
import Foundation
import Operations

/// Which date scores are computed for.
struct ScoringCalendar: Sendable {
    private let fixed: PartialDate?

    /// Takes a fixed date, or follows the day in UTC where the text is empty.
    init(_ text: String) throws(SettingsError) {
        guard !text.isEmpty else {
            fixed = nil
            return
        }
        guard let date = PartialDate(text), date.day != nil else {
            throw .invalid(key: "scoring.as-of", value: text, expected: "a date as YYYY-MM-DD")
        }
        fixed = date
    }

    var today: PartialDate {
        if let fixed { return fixed }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents([.year, .month, .day], from: Date())
        return PartialDate(year: parts.year ?? 1970, month: parts.month, day: parts.day)
    }
}

import Evidence

/// The date that everything is judged at, to its last day.
struct AsOf: Hashable {
    let date: PartialDate

    /// The last day that the date means.
    var lastDay: Int {
        if date.day != nil { return date.dayNumber }
        guard let month = date.month else {
            return PartialDate(year: date.year + 1).dayNumber - 1
        }
        let next =
            month == 12
            ? PartialDate(year: date.year + 1, month: 1)
            : PartialDate(year: date.year, month: month + 1)
        return next.dayNumber - 1
    }

    /// Whether a date has begun; one that is not told has.
    func hasReached(_ other: PartialDate?) -> Bool {
        guard let other else { return true }
        return other.dayNumber <= lastDay
    }

    /// Whether something that lasts until a date is over.
    func isPast(_ until: PartialDate?) -> Bool {
        guard let until else { return false }
        return AsOf(date: until).lastDay < date.dayNumber
    }

    /// Years since a date, not below 0.
    func years(since other: PartialDate) -> Double {
        max(0, Double(lastDay - other.dayNumber) / 365.25)
    }
}

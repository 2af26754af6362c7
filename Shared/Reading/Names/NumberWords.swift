/// Numbers in names, in digits, words or Roman numerals.
enum NumberWords {
    private static let units: [String: Int] = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
        "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "first": 1, "second": 2, "third": 3,
        "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    ]
    private static let tens: [String: Int] = [
        "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
        "eighty": 80, "ninety": 90,
    ]
    private static let roman: [String: Int] = [
        "ii": 2, "iii": 3, "iv": 4, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "xi": 11, "xii": 12,
    ]

    /// The number that words begin with, and how many of them it takes.
    static func number(_ words: [String]) -> (value: Int, count: Int)? {
        guard let first = words.first else { return nil }
        if let digits = digits(first) { return (digits, 1) }
        if let ten = tens[first] {
            if words.count > 1, let unit = units[words[1]], unit < 10 { return (ten + unit, 2) }
            return (ten, 1)
        }
        if let unit = units[first] { return (unit, 1) }
        return roman[first].map { ($0, 1) }
    }

    /// "44", "1st", "23rd".
    private static func digits(_ word: String) -> Int? {
        let endings = ["st", "nd", "rd", "th"]
        let bare = endings.contains { word.hasSuffix($0) } ? String(word.dropLast(2)) : word
        guard !bare.isEmpty, bare.utf8.count < 10,
            bare.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return Int(bare)
    }
}

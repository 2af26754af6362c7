/// A table as RFC 4180 has it: commas, quotes where they are needed, CRLF.
struct CSVTable {
    private(set) var text: String

    init(columns: [String]) {
        text = ""
        append(columns.map { .text($0) })
    }

    /// One field of a row; `nil` in the source is an empty field: unknown, not 0.
    enum Field {
        case empty
        case text(String)
        case number(Double)
        case count(Int)
        case truth(Bool)

        init(_ text: String?) { self = text.map { .text($0) } ?? .empty }
        init(_ number: Double?) { self = number.map { .number($0) } ?? .empty }
        init(_ count: Int?) { self = count.map { .count($0) } ?? .empty }
    }

    mutating func append(_ row: [Field]) {
        text += row.map(Self.write).joined(separator: ",") + "\r\n"
    }

    private static func write(_ field: Field) -> String {
        switch field {
        case .empty: ""
        case .text(let text): quote(disarm(text))
        case .number(let number): String(number)
        case .count(let count): String(count)
        case .truth(let truth): truth ? "true" : "false"
        }
    }

    /// Puts an apostrophe before what a spreadsheet would run as a formula.
    private static func disarm(_ text: String) -> String {
        guard let first = text.utf8.first, formulaStarts.contains(first) else { return text }
        return "'" + text
    }

    private static let formulaStarts = Set("=+-@\t\r".utf8)

    private static func quote(_ text: String) -> String {
        let needsQuotes = text.utf8.contains {
            $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D
        }
        guard needsQuotes else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}

/// What can stand in a table.
protocol CSVRow {
    static var columns: [String] { get }
    var fields: [CSVTable.Field] { get }
}

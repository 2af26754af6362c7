import GRDB
import Hummingbird
import Operations

/// What a request asks of a list: which part, in which order, narrowed how.
struct ListParameters<List: Listing> {
    /// How many items are given at the most: 1…``limitMax``.
    var limit = 100
    var offset = 0
    /// A name in ``Listing/sorts``; `nil` for the list's own order.
    var sort: String?
    var isDescending = false
    var conditions: [SQL] = []

    static var limitMax: Int { 1000 }

    init() {}

    /// Reads a request's query.
    ///
    /// - Throws: A problem for a parameter that the list does not have or a value it cannot use.
    init(_ request: Request) throws(Problem) {
        for (name, value) in request.queryItems {
            switch name {
            case "format": break
            case "limit": limit = try Self.number(value, "limit", in: 1...Self.limitMax)
            case "offset": offset = try Self.number(value, "offset", in: 0...Int(Int32.max))
            case "sort": try setSort(value)
            default: conditions.append(try Self.condition(name, value))
            }
        }
    }

    var orderSQL: String {
        guard let sort, let expression = List.sorts[sort] else { return List.order }
        let direction = isDescending ? "DESC NULLS LAST" : "ASC NULLS LAST"
        return "\(expression) \(direction), \(List.order)"
    }

    private mutating func setSort(_ value: String) throws(Problem) {
        isDescending = value.hasPrefix("-")
        let name = String(isDescending ? value.dropFirst() : value[...])
        guard List.sorts[name] != nil else {
            let known = List.sorts.keys.sorted().joined(separator: ", ")
            throw .badRequest(
                "This list cannot be sorted by “\(name)”; it can by \(known), each with “-” before "
                    + "it for falling order."
            )
        }
        sort = name
    }

    private static func number(
        _ text: String,
        _ name: String,
        in range: ClosedRange<Int>
    ) throws(Problem) -> Int {
        guard let number = Int(text), range.contains(number) else {
            throw .badRequest(
                "\(name) is “\(text)”, but must be a whole number from \(range.lowerBound) to "
                    + "\(range.upperBound)."
            )
        }
        return number
    }

    private static func condition(_ name: String, _ value: String) throws(Problem) -> SQL {
        guard let filter = List.filters.first(where: { $0.name == name }) else {
            let known =
                (List.filters.map(\.name) + ["sort", "limit", "offset", "format"])
                .joined(separator: ", ")
            throw .badRequest("This list has no parameter “\(name)”; it has \(known).")
        }
        guard let condition = filter.condition(value) else {
            throw .badRequest("\(name) cannot be “\(value)”. \(filter.meaning)")
        }
        return condition
    }
}

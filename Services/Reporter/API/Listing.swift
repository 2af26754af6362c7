import GRDB

/// A list that the API gives: what it is read from, and how it can be filtered and sorted.
protocol Listing: SendableMetatype {
    associatedtype Item: Encodable & CSVRow & Sendable

    /// The columns to read.
    static var columns: String { get }
    /// The tables to read them from.
    static var tables: String { get }
    static var filters: [ListFilter] { get }
    /// What can be sorted by: the name in the API, and the SQL expression.
    static var sorts: [String: String] { get }
    /// The order where none is asked for; it is also what decides between equals.
    static var order: String { get }

    static func item(_ row: Row) throws -> Item
}

/// A query parameter that narrows a list.
struct ListFilter: Sendable {
    var name: String
    /// What it does, in a sentence.
    var meaning: String
    /// The condition for a value; `nil` where the value is unusable.
    var condition: @Sendable (String) -> SQL?

    init(_ name: String, _ meaning: String, _ condition: @escaping @Sendable (String) -> SQL?) {
        self.name = name
        self.meaning = meaning
        self.condition = condition
    }

    /// Equality with a column.
    static func equal(_ name: String, _ column: String, _ meaning: String) -> ListFilter {
        ListFilter(name, meaning) { value in SQL("\(sql: column) = \(value)") }
    }

    /// A truth value in a column.
    static func truth(_ name: String, _ column: String, _ meaning: String) -> ListFilter {
        ListFilter(name, meaning) { value in
            Bool(value).map { truth in SQL("\(sql: column) = \(truth)") }
        }
    }

    /// Text that occurs somewhere in a column, in either case for Latin letters.
    static func contains(_ name: String, _ column: String, _ meaning: String) -> ListFilter {
        ListFilter(name, meaning) { value in
            let pattern = value.replacing("\\", with: "\\\\").replacing("%", with: "\\%")
                .replacing("_", with: "\\_")
            return SQL("\(sql: column) LIKE \("%\(pattern)%") ESCAPE '\\'")
        }
    }
}

extension Listing {
    /// One page of the list, with the number of all that the filters let through.
    static func page(_ parameters: ListParameters<Self>, _ db: Database) throws -> Page<Item> {
        let condition =
            parameters.conditions.isEmpty
            ? SQL("TRUE") : parameters.conditions.joined(separator: " AND ")
        let count = SQLRequest<Int>(
            literal: SQL("SELECT count(*) FROM \(sql: tables) WHERE \(condition)")
        )
        let rows = SQLRequest<Row>(
            literal: SQL(
                """
                SELECT \(sql: columns) FROM \(sql: tables) WHERE \(condition)
                ORDER BY \(sql: parameters.orderSQL)
                LIMIT \(parameters.limit) OFFSET \(parameters.offset)
                """
            )
        )
        return Page(
            items: try rows.fetchAll(db).map(item),
            total: try count.fetchOne(db) ?? 0,
            limit: parameters.limit,
            offset: parameters.offset
        )
    }
}

/// A part of a list.
struct Page<Item: Encodable>: Encodable {
    var items: [Item]
    /// How many there are in all pages.
    var total: Int
    var limit: Int
    var offset: Int
}

extension Page: Sendable where Item: Sendable {}

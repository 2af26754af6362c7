extension Methodology {
    /// Looks up the keys of a table that must have a row for every case.
    static func table<Key: RawRepresentable<String> & CaseIterable & Hashable, Value>(
        _ rows: [String: Value],
        named name: String
    ) throws -> [Key: Value] {
        let table: [Key: Value] = try keyed(rows, named: name)
        for key in Key.allCases where table[key] == nil {
            throw MethodologyError.incomplete(key.rawValue, table: name)
        }
        return table
    }

    /// Looks up the keys of a table that may leave cases out.
    static func keyed<Key: RawRepresentable<String> & Hashable, Value>(
        _ rows: [String: Value],
        named name: String
    ) throws -> [Key: Value] {
        var table: [Key: Value] = [:]
        for (text, value) in rows {
            guard let key = Key(rawValue: text) else {
                throw MethodologyError.unknownKey(text, table: name)
            }
            table[key] = value
        }
        return table
    }

    static func list<Value: RawRepresentable<String>>(
        _ texts: [String],
        named name: String
    ) throws -> [Value] {
        try texts.map {
            guard let value = Value(rawValue: $0) else {
                throw MethodologyError.unknownKey($0, table: name)
            }
            return value
        }
    }

    /// Thousandths, so that ties are decided on integers.
    static func thousandths(_ value: Double) -> Int {
        Int((value * 1000).rounded())
    }

    static func thousandths(
        _ rows: [String: Double],
        table: String,
        also required: [String] = []
    ) throws -> [String: Int] {
        for key in required where rows[key] == nil {
            throw MethodologyError.incomplete(key, table: table)
        }
        return try rows.mapValues {
            guard (0...1).contains($0) else {
                throw MethodologyError.outOfRange(table, value: $0)
            }
            return thousandths($0)
        }
    }
}

/// Checks values against the part of JSON Schema that the contracts use.
///
/// A keyword that it does not know is a complaint of its own, so that no schema promises what
/// is not checked.
struct SchemaChecker {
    private(set) var complaints: [String] = []

    private static let annotations: Set<String> = [
        "$schema", "$defs", "title", "description", "examples", "x-utf8BytesMax",
        "x-encodedBytesMax",
    ]

    /// What is wrong with a value; empty where nothing is.
    static func complaints(about value: JSONValue, by schema: Schema) throws -> [String] {
        var checker = SchemaChecker()
        try checker.check(value, schema, at: "")
        return checker.complaints
    }

    private mutating func check(_ value: JSONValue, _ schema: Schema, at place: String) throws {
        let schema = try schema.followed()
        for (keyword, operand) in schema.value.members {
            switch keyword {
            case "type": expect(Self.has(value, type: operand.text), place, "is no \(operand)")
            case "enum": expect(operand.list.contains(value), place, "is not one of \(operand)")
            case "const": expect(operand == value, place, "is not \(operand)")
            case "minimum": expect(Self.isOrdered(operand, value), place, "is below \(operand)")
            case "maximum": expect(Self.isOrdered(value, operand), place, "is above \(operand)")
            case "pattern":
                let pattern = try Regex(operand.text ?? "")
                let isMatch = value.text.map { $0.firstMatch(of: pattern) != nil } ?? true
                expect(isMatch, place, "does not match \(operand)")
            case "required":
                let missing = operand.texts.subtracting(value.members.keys)
                expect(missing.isEmpty, place, "lacks \(missing.sorted())")
            case "properties": break
            case "additionalProperties", "items":
                try checkElements(of: value, schema, operand, at: place)
            case "oneOf":
                let count = try operand.list.count { alternative in
                    try Self.complaints(about: value, by: schema.part(alternative)).isEmpty
                }
                expect(count == 1, place, "fits \(count) alternatives instead of one")
            default:
                expect(Self.annotations.contains(keyword), place, "has an unchecked \(keyword)")
            }
        }
        for (name, property) in try schema.properties() {
            guard let member = value[name] else { continue }
            try check(member, property, at: "\(place)/\(name)")
        }
    }

    /// Checks the elements of a list, or the members of a map that `properties` does not name.
    private mutating func checkElements(
        of value: JSONValue,
        _ schema: Schema,
        _ operand: JSONValue,
        at place: String
    ) throws {
        for (index, element) in value.list.enumerated() {
            try check(element, schema.part(operand), at: "\(place)/\(index)")
        }
        let named = schema.value["properties"]?.members ?? [:]
        for (name, member) in value.members where named[name] == nil {
            try check(member, schema.part(operand), at: "\(place)/\(name)")
        }
    }

    private mutating func expect(_ isFine: Bool, _ place: String, _ complaint: String) {
        if !isFine { complaints.append("\(place.isEmpty ? "/" : place) \(complaint)") }
    }

    private static func has(_ value: JSONValue, type: String?) -> Bool {
        switch (type, value) {
        case ("object", .object), ("array", .list), ("string", .text), ("boolean", .boolean),
            ("number", .number):
            true
        case ("integer", .number(let number)): number == number.rounded()
        default: false
        }
    }

    /// Whether one is at most the other; what are no numbers have no order to break.
    private static func isOrdered(_ low: JSONValue, _ high: JSONValue) -> Bool {
        guard let low = low.number, let high = high.number else { return true }
        return low <= high
    }
}

/// Compares what Swift types read with what schemas say.
struct ShapeComparison {
    private var differences: [String] = []

    /// Where a schema and a type say different things; empty where they agree.
    static func differences(_ schema: Schema, _ shape: Shape) throws -> [String] {
        var comparison = ShapeComparison()
        try comparison.compare(schema, shape, at: "")
        return comparison.differences
    }

    private mutating func compare(_ schema: Schema, _ shape: Shape, at place: String) throws {
        let value = schema.value
        expect("type", at: place, Set([value["type"]?.text ?? "none"]), [shape.typeName])
        switch shape {
        case .boolean, .integer, .number, .text:
            expect("enum", at: place, value["enum"]?.texts ?? [], [])
        case .choice(let texts):
            expect("enum", at: place, value["enum"]?.texts ?? [], texts)
        case .list(let element):
            try compare(schema.part(value["items"] ?? .null), element, at: place + "[]")
        case .map(let element):
            let values = try schema.part(value["additionalProperties"] ?? .null)
            try compare(values, element, at: place + "{}")
        case .object(let members):
            let required = members.filter(\.value.isRequired).keys
            expect("required", at: place, schema.required, Set(required))
            try compare(schema, members.mapValues(\.shape), at: place)
        case .alternatives(let shapes):
            let alternatives = (value["oneOf"]?.list ?? []).map { $0["required"]?.texts ?? [] }
            expect("oneOf", at: place, Set(alternatives), Set(shapes.keys.map { [$0] }))
            try compare(schema, shapes, at: place)
        }
    }

    private mutating func compare(
        _ schema: Schema,
        _ shapes: [String: Shape],
        at place: String
    ) throws {
        let properties = try schema.properties()
        expect("properties", at: place, Set(properties.keys), Set(shapes.keys))
        for (name, property) in properties {
            guard let shape = shapes[name] else { continue }
            try compare(property, shape, at: "\(place)/\(name)")
        }
    }

    private mutating func expect<Value>(
        _ keyword: String,
        at place: String,
        _ schema: Set<Value>,
        _ code: Set<Value>
    ) {
        guard schema != code else { return }
        let surplus = schema.subtracting(code)
        let missing = code.subtracting(schema)
        differences.append("\(place) \(keyword): the schema adds \(surplus), lacks \(missing)")
    }
}

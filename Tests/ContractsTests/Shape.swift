/// What a Swift type reads from JSON.
indirect enum Shape {
    case boolean, integer, number, text
    /// One of these texts: the raw values of an enumeration's cases.
    case choice(Set<String>)
    case list(Shape)
    case map(Shape)
    case object([String: Member])
    /// An object with exactly one of these members.
    case alternatives([String: Shape])

    struct Member {
        var shape: Shape
        /// Whether it has to be there.
        var isRequired: Bool
    }
}

extension Shape {
    /// The `type` of a schema for it.
    var typeName: String {
        switch self {
        case .boolean: "boolean"
        case .integer: "integer"
        case .number: "number"
        case .text, .choice: "string"
        case .list: "array"
        case .map, .object, .alternatives: "object"
        }
    }
}

import Evidence

/// A text from which certain ties must be read and no others; from `relation-examples.yaml`.
struct RelationExample: Sendable, Decodable {
    /// The rule that it belongs to, without its version.
    var rule: String
    var text: String
    /// All ties that may be read from it; empty where none may.
    var ties: [Tie]

    struct Tie: Sendable, Decodable {
        var type: Relation.Kind
        var from: String
        var to: String
        /// The share that must be read, 0…1; `nil` where it is left open.
        var share: Double?
    }
}

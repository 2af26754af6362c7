import Evidence

/// A text that a rule must read rightly, or must leave alone; from `examples.yaml`.
struct RuleExample: Sendable, Decodable {
    /// The rule that it belongs to, without its version.
    var rule: String
    var text: String
    /// All deals that may be read from it; empty where nothing may.
    var deals: [Deal]

    struct Deal: Sendable, Decodable {
        var recipient: String
        var suppliers: [String]?
        var financiers: [String]?
        var category: SystemCategory
        /// As in the annotation schema; `nil` where it is left open.
        var status: String?
        var amount: Double?
        var currency: String?
    }
}

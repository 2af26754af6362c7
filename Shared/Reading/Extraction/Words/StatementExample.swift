import Evidence

/// A sentence in which statements of a kind must or must not be read; from
/// `statement-examples.yaml`.
struct StatementExample: Sendable, Decodable {
    /// The rule that it belongs to, without its version.
    var rule: String
    var kind: Statement.Kind
    var text: String
    /// Whom a statement of the kind must be about; `nil` where none may be read.
    var subject: String?
}

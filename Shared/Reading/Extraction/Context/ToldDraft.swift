import Evidence

/// What a passage told besides deals: where, by which rule, and in which manner.
protocol ToldDraft {
    /// Scalars of the text.
    var quote: Range<Int> { get }
    var rule: String { get }
    var polarity: Claim.Polarity { get }
    var assertion: Claim.Assertion { get }
    var attribution: String? { get }
}

extension RelationDraft: ToldDraft {}
extension StatementDraft: ToldDraft {}
extension IncidentDraft: ToldDraft {}

import Evidence

/// Whom a word may stand for that names no party: "we", "the company", 该公司, a product that says
/// its maker; or whom a sentence goes on about without a word for it.
struct Reference: Sendable {
    /// Where whoever is meant was named.
    let mention: Mention
    /// How it was found: what it is worth is weighed.
    let facts: [EvidenceWord]
}

/// One thing that one passage of one document says.
package struct Claim: Codable, Hashable, Sendable, Identifiable {
    package var id: ClaimID
    package var content: Content
    package var polarity: Polarity
    package var assertion: Assertion
    /// Who says it, in the document's words, where it is not the document itself.
    package var attribution: String?
    package var quote: Quote
    /// The rule that read it, with its version: `supply.active@1`.
    package var rule: String
    package var source: SourceGrade

    package init(
        id: ClaimID,
        content: Content,
        polarity: Polarity = .asserted,
        assertion: Assertion = .asserted,
        attribution: String? = nil,
        quote: Quote,
        rule: String,
        source: SourceGrade
    ) {
        self.id = id
        self.content = content
        self.polarity = polarity
        self.assertion = assertion
        self.attribution = attribution
        self.quote = quote
        self.rule = rule
        self.source = source
    }

    package enum Polarity: String, Codable, Hashable, Sendable, CaseIterable {
        case asserted, denied
    }

    /// How firmly it is said.
    package enum Assertion: String, Codable, Hashable, Sendable, CaseIterable {
        /// By the document, or by an institution, official or party that it names.
        case asserted
        /// By someone unnamed: "reportedly", "sources say".
        case reported
        case rumour
    }

    package enum Content: Codable, Hashable, Sendable {
        case deployment(Deployment)
        case relation(Relation)
        case incident(Incident)
        case statement(Statement)
    }
}

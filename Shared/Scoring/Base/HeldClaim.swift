import Evidence

/// A claim as the evidence holds it: handed around without being copied.
final class HeldClaim: Sendable {
    let claim: Claim

    init(_ claim: Claim) {
        self.claim = claim
    }

    var id: ClaimID { claim.id }
    var content: Claim.Content { claim.content }
    var polarity: Claim.Polarity { claim.polarity }
    var quote: Quote { claim.quote }
    var source: SourceGrade { claim.source }
    var assertion: Claim.Assertion { claim.assertion }
}

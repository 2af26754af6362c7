package import Evidence

/// A document makes a claim.
package struct ClaimAsserted: Message {
    package static let type = "mooring.claim.asserted.v1"

    package var claim: Claim

    package init(claim: Claim) {
        self.claim = claim
    }
}

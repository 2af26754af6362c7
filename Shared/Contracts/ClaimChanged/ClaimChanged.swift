package import Evidence

/// A claim is read differently from now on; its id and document stay.
package struct ClaimChanged: Message {
    package static let type = "mooring.claim.changed.v1"

    package var claim: Claim

    package init(claim: Claim) {
        self.claim = claim
    }
}

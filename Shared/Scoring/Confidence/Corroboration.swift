import Evidence

/// How confident the claims that say one thing make us of it.
///
/// A claim weighs source reliability × information credibility × firmness. Claims of one source
/// cluster are one voice, that of the best of them; clusters are independent:
/// `c = 1 − Π(1 − best)`. Confidence admits a thing or not; it never scales how severe it is.
struct Corroboration: Sendable {
    let table: Methodology.ConfidenceTable
    let mutation: Mutation?

    /// Guards the comparison with τ against the last bit of a product.
    private static let tolerance = 1e-12

    /// What one claim weighs, 0…1.
    func weight(of claim: Claim) -> Double {
        let source = claim.source
        return table.reliability[source.reliability, default: 0]
            * table.credibility[source.credibility, default: table.credibility[6, default: 0]]
            * table.assertion[claim.assertion, default: 0]
    }

    /// The confidence that claims for one thing give together, 0 for none.
    func confidence(in claims: [Claim]) -> Double {
        if claims.isEmpty { return 0 }
        if claims.count == 1 { return min(table.cap, weight(of: claims[0])) }
        let best: [Double]
        if mutation == .everyClaimIndependent {
            best = claims.map(weight)
        } else {
            let clusters = SourceClusters(
                of: claims,
                sketchDistance: mutation == .sketchesIgnored ? -1 : table.sketchDistance
            )
            best = clusters.members.map { $0.map { weight(of: claims[$0]) }.max() ?? 0 }
        }
        let doubt = best.sorted().reduce(1) { $0 * (1 - $1) }
        return min(mutation == .certaintyPossible ? 1 : table.cap, 1 - doubt)
    }

    /// Whether the claims suffice to count what they say.
    func admits(_ claims: [Claim]) -> Bool {
        if mutation == .rumoursAdmitted { return !claims.isEmpty }
        return confidence(in: claims) + Self.tolerance >= table.admission
    }

    /// Whether denials stand against what the claims say: admitted, and at least as confident.
    func disputes(_ denials: [Claim], against claims: [Claim]) -> Bool {
        guard !denials.isEmpty, mutation != .denialsIgnored else { return false }
        let denied = confidence(in: denials)
        return denied + Self.tolerance >= max(table.admission, confidence(in: claims))
    }
}

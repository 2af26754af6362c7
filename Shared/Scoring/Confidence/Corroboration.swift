import Evidence

/// How confident the claims that say one thing make us of it.
///
/// A claim weighs source reliability × information credibility × firmness. Claims of one source
/// cluster are one voice, that of the best of them; clusters are independent:
/// `c = 1 − Π(1 − best)`. Confidence admits a thing or not; it never scales how severe it is.
struct Corroboration: Sendable {
    let table: Methodology.ConfidenceTable
    let mutation: Mutation?
    /// What a source of each reliability, a credibility of 0…6 and each firmness weigh.
    private let weights: (source: [Double], credibility: [Double], assertion: [Double])

    init(table: Methodology.ConfidenceTable, mutation: Mutation?) {
        self.table = table
        self.mutation = mutation
        let unjudged = table.credibility[6, default: 0]
        weights = (
            SourceGrade.Reliability.allCases.map { table.reliability[$0, default: 0] },
            (0...6).map { table.credibility[$0, default: unjudged] },
            Claim.Assertion.allCases.map { table.assertion[$0, default: 0] }
        )
    }

    /// Guards the comparison with τ against the last bit of a product.
    private static let tolerance = 1e-12

    /// What one claim weighs, 0…1.
    func weight(of claim: HeldClaim) -> Double {
        let credibility = claim.source.credibility
        return weights.source[claim.source.reliability.index]
            * weights.credibility[(0...6).contains(credibility) ? credibility : 6]
            * weights.assertion[claim.assertion.index]
    }

    /// The confidence that claims for one thing give together, 0 for none.
    func confidence(in claims: [HeldClaim]) -> Double {
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
    func admits(_ claims: [HeldClaim]) -> Bool {
        if mutation == .rumoursAdmitted { return !claims.isEmpty }
        return confidence(in: claims) + Self.tolerance >= table.admission
    }

    /// Whether a claim suffices alone.
    func admits(_ claim: HeldClaim) -> Bool {
        mutation == .rumoursAdmitted
            || min(table.cap, weight(of: claim)) + Self.tolerance >= table.admission
    }

    /// Whether denials stand against what the claims say: admitted, and at least as confident.
    func disputes(_ denials: [HeldClaim], against claims: [HeldClaim]) -> Bool {
        guard !denials.isEmpty, mutation != .denialsIgnored else { return false }
        let denied = confidence(in: denials)
        return denied + Self.tolerance >= max(table.admission, confidence(in: claims))
    }
}

extension SourceGrade.Reliability {
    /// Its place in `allCases`.
    fileprivate var index: Int {
        switch self {
        case .a: 0
        case .b: 1
        case .c: 2
        case .d: 3
        case .e: 4
        case .f: 5
        }
    }
}

extension Claim.Assertion {
    /// Its place in `allCases`.
    fileprivate var index: Int {
        switch self {
        case .asserted: 0
        case .reported: 1
        case .rumour: 2
        }
    }
}

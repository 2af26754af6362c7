import Evidence

/// A claim as the evidence holds it: handed around without being copied.
final class HeldClaim: Sendable {
    let id: ClaimID
    let polarity: Claim.Polarity
    let assertion: Claim.Assertion
    let quote: Quote
    let source: SourceGrade
    private let attribution: String?
    private let rule: String
    private let told: Told

    private enum Told {
        case deployment(HeldDeployment)
        indirect case other(Claim.Content)
    }

    init(_ claim: Claim) {
        id = claim.id
        polarity = claim.polarity
        assertion = claim.assertion
        quote = claim.quote
        source = claim.source
        attribution = claim.attribution
        rule = claim.rule
        if case .deployment(let deployment) = claim.content {
            told = .deployment(HeldDeployment(deployment))
        } else {
            told = .other(claim.content)
        }
    }

    /// What it tells of a deployment, if it does.
    var deployment: HeldDeployment? {
        guard case .deployment(let deployment) = told else { return nil }
        return deployment
    }

    var content: Claim.Content {
        switch told {
        case .deployment(let deployment): .deployment(deployment.value)
        case .other(let content): content
        }
    }

    var claim: Claim {
        Claim(
            id: id,
            content: content,
            polarity: polarity,
            assertion: assertion,
            attribution: attribution,
            quote: quote,
            rule: rule,
            source: source
        )
    }
}

/// What a claim tells of a deployment: handed around without being copied.
final class HeldDeployment: Sendable {
    let value: Deployment

    init(_ value: Deployment) {
        self.value = value
    }
}

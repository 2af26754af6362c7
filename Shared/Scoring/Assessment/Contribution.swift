package import Evidence

/// The part of a score that comes from one function, or from the set factors.
package struct Contribution: Codable, Hashable, Sendable {
    /// `nil` for the factors of all deployments together.
    package var function: GovernmentFunction?
    package var points: Double
    package var factors: [OfFactor]

    package init(function: GovernmentFunction?, points: Double, factors: [OfFactor]) {
        self.function = function
        self.points = points
        self.factors = factors
    }

    /// The part that comes from one factor.
    package struct OfFactor: Codable, Hashable, Sendable {
        package var factor: Factor
        package var points: Double
        /// Those that set the cell, in order, cut at the listing limit; empty for a set factor, whose
        /// claims stand with its value.
        package var deployments: [OfDeployment]
        /// How many more tie, each with the same points.
        package var omittedDeployments: Int

        package init(
            factor: Factor,
            points: Double,
            deployments: [OfDeployment],
            omittedDeployments: Int = 0
        ) {
            self.factor = factor
            self.points = points
            self.deployments = deployments
            self.omittedDeployments = omittedDeployments
        }
    }

    /// The part that comes from one deployment; those that tie have equal parts.
    package struct OfDeployment: Codable, Hashable, Sendable {
        package var deployment: String
        package var points: Double
        /// The claims that give the level, cut at the listing limit.
        package var claims: [ClaimID]

        package init(deployment: String, points: Double, claims: [ClaimID]) {
            self.deployment = deployment
            self.points = points
            self.claims = claims
        }
    }
}

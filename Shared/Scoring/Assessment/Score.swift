package import Evidence

/// One of the two scores with everything that it is made of; 0 is no exposure, 100 the most.
package struct Score: Codable, Hashable, Sendable {
    /// The lower end: unknown, disputed and unadmitted things at their mildest.
    package var evidenced: Double
    /// The upper end: the same things at their worst; never below `evidenced`.
    package var hi: Double
    /// How much of the grid is known, 0…1, by weight.
    package var coverage: Double
    /// The grid's score over its coverage, 0…100; `nil` where nothing is known.
    package var intensity: Double?
    /// Every function × factor of which something is known, in the grid's order.
    package var cells: [Cell]
    /// L1 and L8; empty for D.
    package var sets: [SetValue]
    /// What `evidenced` is the sum of, within 1e-9; empty for a score of 0.
    package var contributions: [Contribution]
    /// The worst gate; `nil` where no deployment is large enough to set it.
    package var floor: Floor?

    package init(
        evidenced: Double,
        hi: Double,
        coverage: Double,
        intensity: Double? = nil,
        cells: [Cell] = [],
        sets: [SetValue] = [],
        contributions: [Contribution] = [],
        floor: Floor? = nil
    ) {
        self.evidenced = evidenced
        self.hi = hi
        self.coverage = coverage
        self.intensity = intensity
        self.cells = cells
        self.sets = sets
        self.contributions = contributions
        self.floor = floor
    }
}

extension Score {
    /// One function × factor of the grid.
    package struct Cell: Codable, Hashable, Sendable {
        package var function: GovernmentFunction
        package var factor: Factor
        /// The level, 0–4, of the deployments that set the cell; `nil` where none is known.
        package var level: Int?
        /// reach × status × level ÷ 4 of those deployments, 0…1.
        package var value: Double
        /// The same at its worst.
        package var hi: Double
        /// How far the cell is known: the greatest reach × status among known levels.
        package var coverage: Double
        /// The deployments that set the value, in order; several where they tie, cut at the listing
        /// limit.
        package var deployments: [String]
        /// How many deployments set the value.
        package var deploymentCount: Int
        /// What would count if those were lifted, worst first.
        package var under: [Under]

        package init(
            function: GovernmentFunction,
            factor: Factor,
            level: Int?,
            value: Double,
            hi: Double,
            coverage: Double,
            deployments: [String],
            deploymentCount: Int,
            under: [Under]
        ) {
            self.function = function
            self.factor = factor
            self.level = level
            self.value = value
            self.hi = hi
            self.coverage = coverage
            self.deployments = deployments
            self.deploymentCount = deploymentCount
            self.under = under
        }
    }

    /// A deployment that lies under a cell's maximum.
    package struct Under: Codable, Hashable, Sendable {
        package var deployment: String
        /// The cell's value if everything above it were lifted.
        package var value: Double

        package init(deployment: String, value: Double) {
            self.deployment = deployment
            self.value = value
        }
    }

    /// A factor of all deployments together (L1, L8).
    package struct SetValue: Codable, Hashable, Sendable {
        package var factor: Factor
        /// The value over what is known, 0…1; `nil` where too little is.
        package var value: Double?
        /// The bounds over all functions.
        package var lo: Double
        package var hi: Double
        /// The claims it rests on, cut at the listing limit.
        package var claims: [ClaimID]

        package init(factor: Factor, value: Double?, lo: Double, hi: Double, claims: [ClaimID]) {
            self.factor = factor
            self.value = value
            self.lo = lo
            self.hi = hi
            self.claims = claims
        }
    }
}

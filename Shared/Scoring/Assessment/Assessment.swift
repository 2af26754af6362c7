package import Evidence

/// What the evidence says about one government at one date, under one methodology.
///
/// It is a function of the *set* of claims and entities: their order, and repetition, change
/// nothing. Its JSON form stays under 200 KiB, because long lists are cut at the limits that the
/// methodology names (`listings`), and say how much was left out.
package struct Assessment: Codable, Hashable, Sendable {
    package var subject: EntityID
    /// The version of the methodology that it was computed under.
    package var methodology: String
    /// The weight profile's name.
    package var profile: String
    package var asOf: PartialDate
    /// Whether enough is known to rank the subject (coverage of D at least the methodology's).
    package var isRanked: Bool
    package var dataSovereignty: Score
    package var lockIn: Score
    /// 100 − D under each official weight set.
    package var sovereignty: [SovereigntyScore]
    /// What is scored: those that set a cell first, then by what they weigh.
    package var deployments: [AssessedDeployment]
    /// How many scored deployments the list leaves out.
    package var omittedDeployments: Int
    /// Claims that are about the subject's systems and are shown, not scored, in order.
    package var context: [ClaimID]

    package init(
        subject: EntityID,
        methodology: String,
        profile: String,
        asOf: PartialDate,
        isRanked: Bool,
        dataSovereignty: Score,
        lockIn: Score,
        sovereignty: [SovereigntyScore] = [],
        deployments: [AssessedDeployment] = [],
        omittedDeployments: Int = 0,
        context: [ClaimID] = []
    ) {
        self.subject = subject
        self.methodology = methodology
        self.profile = profile
        self.asOf = asOf
        self.isRanked = isRanked
        self.dataSovereignty = dataSovereignty
        self.lockIn = lockIn
        self.sovereignty = sovereignty
        self.deployments = deployments
        self.omittedDeployments = omittedDeployments
        self.context = context
    }

    package func score(_ dimension: Dimension) -> Score {
        switch dimension {
        case .dataSovereignty: dataSovereignty
        case .lockIn: lockIn
        }
    }
}

/// The sovereignty score under one official weight set: 100 − D, higher is more sovereign.
package struct SovereigntyScore: Codable, Hashable, Sendable {
    package var profile: String
    /// 100 − the evidenced D.
    package var evidenced: Double
    /// 100 − D at its worst.
    package var lo: Double

    package init(profile: String, evidenced: Double, lo: Double) {
        self.profile = profile
        self.evidenced = evidenced
        self.lo = lo
    }
}

import Evidence
import Scoring

/// A system with everybody's part in it, its levels and what they rest on.
struct DeploymentView {
    var anchor: String
    var systemName: String
    var categoryText: String
    var recipient: LinkView?
    var groups: [PartyGroup]
    var statusText: String
    var servesText: String
    var confidenceText: String
    var notes: [String]
    var levels: [LevelView]
    /// The questions that nothing answers for this system.
    var openQuestions: [DimensionView.Column]
    var hasOpenQuestions: Bool
    var restsOn: [QuoteRegister.Mark]
    var moreClaims: String?

    /// The parties that play one part.
    struct PartyGroup {
        var role: String
        var parties: [LinkView]
        /// What is said where there is nobody.
        var nobody: String?
    }

    /// A factor's level.
    struct LevelView {
        var levelAnchor: String
        var code: String
        var question: String
        var levelText: String
        var levelMeaning: String
        var pointsText: String
        var marks: [QuoteRegister.Mark]
    }
}

extension SubjectPageBuilder {
    /// What is scored, of one sort.
    mutating func deployments(_ kind: AssessedDeployment.Kind) -> [DeploymentView] {
        let chosen = detail.assessment.deployments.filter { $0.kind == kind }
        let shares = shares()
        return chosen.map { deployment($0, shares) }
    }

    /// What a factor of a deployment gives, with the claims that it rests on.
    typealias Shares = [String: [Factor: (points: Double, claims: [ClaimID])]]

    private func shares() -> Shares {
        var shares: Shares = [:]
        for dimension in Dimension.allCases {
            let parts = detail.assessment.score(dimension).contributions.flatMap(\.factors)
            for part in parts {
                for share in part.deployments {
                    var sum = shares[share.deployment]?[part.factor] ?? (0, [])
                    sum.points += share.points
                    sum.claims += share.claims.filter { !sum.claims.contains($0) }
                    shares[share.deployment, default: [:]][part.factor] = sum
                }
            }
        }
        return shares
    }

    private mutating func deployment(
        _ deployment: AssessedDeployment,
        _ shares: Shares
    ) -> DeploymentView {
        let more = deployment.claimCount - deployment.claims.count
        let open = openQuestions(deployment)
        return DeploymentView(
            anchor: anchors[deployment.id] ?? "",
            systemName: deployment.kind == .statement
                ? "Said of the government as a whole"
                : Wording.sentence(deploymentNames[deployment.id] ?? deployment.system),
            categoryText: deployment.category?.title ?? "",
            recipient: deployment.recipient == detail.assessment.subject
                ? nil : link(deployment.recipient),
            groups: deployment.kind == .statement ? [] : groups(deployment),
            statusText: status(deployment),
            servesText: serves(deployment),
            confidenceText: Figure.percent(deployment.confidence),
            notes: notes(deployment),
            levels: deployment.levels.filter { $0.isKnown || $0.lo > 0 }.map { level in
                self.level(level, of: deployment, shares[deployment.id]?[level.factor])
            },
            openQuestions: open,
            hasOpenQuestions: !open.isEmpty,
            restsOn: register.marks(deployment.claims),
            moreClaims: more > 0 ? Wording.count(more, "more claim") : nil
        )
    }

    private func groups(_ deployment: AssessedDeployment) -> [DeploymentView.PartyGroup] {
        let nobody = deployment.isSupplierWithheld ? "withheld by the government" : "unknown"
        let groups: [(String, [EntityID], String?)] = [
            ("Supplied by", deployment.suppliers, nobody),
            ("Run by", deployment.operators, nil),
            ("Financed by", deployment.financiers, nil),
            ("Donated by", deployment.donors, nil),
        ]
        return groups.compactMap { role, parties, nobody in
            guard !parties.isEmpty || nobody != nil else { return nil }
            return DeploymentView.PartyGroup(
                role: role,
                parties: parties.map(link),
                nobody: parties.isEmpty ? nobody : nil
            )
        }
    }

    private func status(_ deployment: AssessedDeployment) -> String {
        let title = deployment.kind == .statement ? "" : Wording.sentence(deployment.status.title)
        let date = deployment.date.map { " (\($0))" } ?? ""
        return "\(title)\(date), counts \(Figure.percent(deployment.statusWeight))"
    }

    private func serves(_ deployment: AssessedDeployment) -> String {
        let parts = deployment.functions.map { coverage in
            "\(coverage.function.title.lowercased()) (reach \(Figure.percent(coverage.reach)))"
        }
        return parts.isEmpty ? "unknown functions" : Wording.list(parts)
    }

    private func notes(_ deployment: AssessedDeployment) -> [String] {
        var notes: [String] = []
        if deployment.isDisputed {
            notes.append(
                "Disputed: a denial is at least as well supported; it counts at worst only."
            )
        } else if !deployment.isEvidenced {
            notes.append("Too weakly supported to be admitted: it counts at worst only.")
        }
        let parts = deployment.parts.compactMap { deploymentNames[$0] }
        if !parts.isEmpty {
            notes.append("Umbrella of \(Wording.list(parts)); its parts count instead of it.")
        }
        return notes
    }

    /// The questions of the grid without a known level; a statement is asked only what it says.
    private func openQuestions(_ deployment: AssessedDeployment) -> [DimensionView.Column] {
        guard deployment.kind == .deployment else { return [] }
        let known = Set(
            deployment.levels.filter { $0.isKnown || $0.lo > 0 }.map(\.factor)
        )
        return Factor.allCases.filter { !$0.isOfTheSet && !known.contains($0) }.map { factor in
            DimensionView.Column(code: factor.rawValue, question: title(factor), weightText: "")
        }
    }

    private func meaning(_ level: AssessedDeployment.FactorLevel) -> String {
        let ends = level.lo == level.hi ? [level.lo] : [level.lo, level.hi]
        return ends.compactMap { meaning(level.factor, $0) }.joined(separator: "; at worst: ")
    }

    private mutating func level(
        _ level: AssessedDeployment.FactorLevel,
        of deployment: AssessedDeployment,
        _ share: (points: Double, claims: [ClaimID])?
    ) -> DeploymentView.LevelView {
        let text =
            if !level.isKnown {
                "unknown, at least \(level.lo)"
            } else if level.lo == level.hi {
                String(level.lo)
            } else {
                "\(level.lo) to \(level.hi)"
            }
        let claims = share?.claims ?? (level.isKnown ? Array(deployment.claims.prefix(2)) : [])
        return DeploymentView.LevelView(
            levelAnchor: "\(anchors[deployment.id] ?? "")-\(level.factor.rawValue)",
            code: level.factor.rawValue,
            question: title(level.factor),
            levelText: text,
            levelMeaning: meaning(level),
            pointsText: share.map { Figure.oneDecimal($0.points) } ?? "–",
            marks: register.marks(claims)
        )
    }
}

import Evidence

/// Everything that is said of a government and of what lies within it, put together.
struct Inventory {
    /// The deployments in the order of their ids, umbrellas among them.
    let systems: [ScoredSystem]
    /// Statements about the government as a whole.
    let statements: [SubjectStatements.Row]
    /// The deployments' entries, in the order of the systems, then the statements'.
    let entries: [GridEntry]
    /// What is shown and not scored, in order.
    let context: [ClaimID]

    init(_ around: Surroundings) {
        let governments = Self.governments(around)
        var scored: [Claim] = []
        var context: [ClaimID] = []
        for government in governments {
            for claim in around.evidence.claims(.deployment, about: government) {
                guard
                    case .deployment(let deployment) = claim.content,
                    around.asOf.hasReached(claim.source.published)
                        || around.mutation == .futureDocumentsCount
                else { continue }
                let counts =
                    deployment.owner == .government || around.mutation == .vendorsOwnCounts
                if counts { scored.append(claim) } else { context.append(claim.id) }
            }
            context += Self.unscored(government, around)
        }
        if around.mutation == .duplicatesCount { scored += Self.renamed(scored) }
        let merging = DeploymentMerging(
            test: DeploymentTest(around.methodology, mutation: around.mutation),
            corroboration: around.corroboration,
            parent: around.ownership.corporateParent(of:),
            ancestors: around.evidence.ancestors(of:)
        )
        let assembly = SystemAssembly(around: around)
        systems = merging.groups(of: scored).map(assembly.system(from:))
        statements = SubjectStatements(around: around).rows(of: governments)
        var entries = systems.map { GridEntry($0, in: around) }
        StackDepth.fill(&entries, systems, in: around)
        self.entries = entries + statements.map(\.entry)
        self.context = context.sorted()
    }

    var isEmpty: Bool { entries.isEmpty && context.isEmpty }

    /// The government itself and all below it.
    private static func governments(_ around: Surroundings) -> [EntityID] {
        if around.mutation == .otherGovernmentsCount {
            return around.evidence.governments
        }
        return around.evidence.descendants(of: around.subject.id)
    }

    /// Statements that no factor reads, and incidents.
    private static func unscored(_ government: EntityID, _ around: Surroundings) -> [ClaimID] {
        let told = around.statements.statements(about: government).filter {
            let rule = around.methodology.statements[$0.kind]
            return rule?.factors.isEmpty == true && rule?.isSafeguard == false
                && rule?.isCounterLockIn == false && rule?.widensReach == false
        }
        let incidents = around.evidence.claims(.incident, about: government).filter {
            around.asOf.hasReached($0.source.published)
        }
        return told.flatMap(\.claimIDs) + incidents.map(\.id)
    }

    /// The claims once more under other ids and of other documents, for the mutation that counts
    /// duplicates.
    private static func renamed(_ claims: [Claim]) -> [Claim] {
        claims.map { claim in
            var copy = claim
            copy.id = ClaimID(rawValue: claim.id.rawValue + "-again")
            copy.quote.document = DocumentID(rawValue: claim.quote.document.rawValue + "-again")
            copy.source.publisher = (claim.source.publisher ?? "") + " again"
            return copy
        }
    }
}

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
        let merging = DeploymentMerging(
            test: around.test,
            corroboration: around.corroboration,
            parent: around.ownership.corporateParent(of:),
            ancestors: around.evidence.ancestors(of:)
        )
        let books = governments.map { around.book(of: $0, merging) }
        let assembly = SystemAssembly(around: around)
        let byRecipient = Dictionary(uniqueKeysWithValues: zip(governments, books))
        let assembled = merging.deployments(books.map(\.told)).compactMap { merged in
            byRecipient[merged.group.recipient]?.assembled(merged, assembly)
        }
        systems = assembled.map(\.system)
        statements = SubjectStatements(around: around).rows(of: governments)
        var entries = assembled.map(\.entry)
        StackDepth.fill(&entries, systems, in: around)
        self.entries = entries + statements.map(\.entry)
        let unscored = governments.flatMap { Self.unscored($0, around) }
        context = (books.flatMap(\.context) + unscored).sorted()
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
        let incidents = around.evidence.incidents(of: government).filter {
            around.asOf.hasReached($0.source.published)
        }
        return told.flatMap(\.claimIDs) + incidents.map(\.id)
    }
}

import Evidence

/// What all factors of one assessment look at besides the deployment itself.
struct Surroundings {
    let subject: Entity
    let home: Home
    let methodology: Methodology
    let asOf: AsOf
    let evidence: EvidenceView
    let corroboration: Corroboration
    let ownership: OwnershipGraph
    let statements: StatementBook
    /// The government's country, or what else it ultimately lies in.
    private let root: EntityID
    let mutation: Mutation?

    init?(_ subject: EntityID, _ evidence: EvidenceView, engine: ScoringEngine, asOf: PartialDate) {
        guard let entity = evidence.entity(subject), entity.kind.isGovernment else { return nil }
        let ancestors = evidence.ancestors(of: subject)
        let jurisdiction =
            entity.jurisdiction
            ?? ancestors.lazy.compactMap { evidence.entity($0)?.jurisdiction }.first
        self.subject = entity
        mutation = engine.mutation
        methodology = engine.methodology
        home = Home(
            of: jurisdiction,
            methodology: methodology,
            profile: engine.profile,
            mutation: mutation
        )
        self.asOf = AsOf(date: asOf)
        self.evidence = evidence
        corroboration = Corroboration(table: methodology.confidence, mutation: mutation)
        ownership = OwnershipGraph(
            evidence,
            asOf: self.asOf,
            corroboration: corroboration,
            mutation: mutation
        )
        statements = StatementBook(
            evidence,
            asOf: self.asOf,
            corroboration: corroboration,
            methodology: methodology
        )
        root = ancestors.last { evidence.entity($0)?.kind.isGovernment == true } ?? subject
    }

    /// Whether something is the government's own: it is, or lies in, the same country.
    func isOwn(_ entity: EntityID) -> Bool {
        entity == root || evidence.ancestors(of: entity).contains(root)
    }

    /// What is said of a provider as such; what is said of a government is about its own systems.
    func statements(aboutProvider party: EntityID) -> [ToldStatement] {
        guard evidence.entity(party)?.kind.isGovernment != true else { return [] }
        return statements.statements(about: party)
    }

    /// Whether a jurisdiction is not the government's own.
    func isForeign(_ jurisdiction: Jurisdiction) -> Bool {
        if mutation == .homeIgnored { return true }
        return !home.contains(jurisdiction)
    }
}

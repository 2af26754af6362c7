import Evidence

/// What all factors of one assessment look at besides the deployment itself.
final class Surroundings {
    let subject: Entity
    let home: Home
    let methodology: Methodology
    let asOf: AsOf
    let evidence: EvidenceView
    let corroboration: Corroboration
    let ownership: OwnershipGraph
    let statements: StatementBook
    let test: DeploymentTest
    let mutation: Mutation?
    private let parties: PartyBook
    private let ground: CommonGround
    private var innerPlaces: [EntityID: Remembered<Bool>] = [:]
    private var rememberedStatements: [EntityID: Remembered<[ToldStatement]>] = [:]
    /// The government's country, or what else it ultimately lies in.
    let root: EntityID

    init?(_ subject: EntityID, on ground: CommonGround) {
        self.ground = ground
        let evidence = ground.evidence
        guard let entity = evidence.entity(subject), entity.kind.isGovernment else { return nil }
        let ancestors = evidence.ancestors(of: subject)
        let jurisdiction =
            entity.jurisdiction
            ?? ancestors.lazy.compactMap { evidence.entity($0)?.jurisdiction }.first
        self.subject = entity
        self.evidence = evidence
        mutation = ground.engine.mutation
        methodology = ground.engine.methodology
        parties = ground.parties(of: jurisdiction)
        home = parties.home
        asOf = ground.asOf
        corroboration = ground.corroboration
        ownership = ground.ownership
        statements = ground.statements
        test = ground.test
        root = ancestors.last { evidence.entity($0)?.kind.isGovernment == true } ?? subject
    }

    /// Whether something is the government's own: it is, or lies in, the same country.
    func isOwn(_ entity: EntityID) -> Bool {
        entity == root || evidence.ancestors(of: entity).contains(root)
    }

    /// Whether a recipient is, or lies in, a place within the assessed government.
    func isInnerPlace(_ recipient: EntityID) -> Bool {
        if recipient == subject.id { return false }
        if let known = evidence.recalled(innerPlaces[recipient]) { return known }
        let isInner = evidence.noting {
            let chain = [recipient] + evidence.ancestors(of: recipient)
            return chain.prefix { $0 != subject.id }.contains {
                let kind = evidence.entity($0)?.kind
                return kind == .territory || kind == .country
            }
        }
        innerPlaces[recipient] = isInner
        return isInner.value
    }

    /// Which home the parties are seen from.
    var bookID: ObjectIdentifier { ObjectIdentifier(parties) }

    /// What is told about a recipient's own systems.
    func book(of recipient: EntityID, _ merging: DeploymentMerging) -> RecipientBook {
        ground.book(of: recipient) { RecipientBook(recipient, self, merging, after: $0) }
    }

    /// How foreign a party is to the assessed government.
    func party(_ told: Told<EntityID>, role: Party.Role) -> Party {
        Party(
            id: told.value,
            role: role,
            isAdmitted: told.isAdmitted,
            claims: told.claims,
            standing: parties.standing(of: told.value)
        )
    }

    /// What is said of a government, of what it lies in and of its home, in the order of their ids.
    func statements(over government: EntityID) -> [ToldStatement] {
        if let known = evidence.recalled(rememberedStatements[government]) { return known }
        let told = evidence.noting {
            var governments = Set([government] + evidence.ancestors(of: government))
            governments.formUnion(home.jurisdictions.map(EntityID.country))
            return governments.sorted().flatMap(statements.statements(about:))
        }
        rememberedStatements[government] = told
        return told.value
    }

    /// Whether a jurisdiction is not the government's own.
    func isForeign(_ jurisdiction: Jurisdiction) -> Bool {
        if mutation == .homeIgnored { return true }
        return !home.contains(jurisdiction)
    }
}

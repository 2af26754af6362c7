import Evidence
import Scoring

/// Entities and claims of a test, made with few words.
///
/// Each claim comes from a document of its own, of a publisher of its own, unless told otherwise.
struct Scene {
    private(set) var entities: [EntityID: Entity] = [:]
    private(set) var claims: [Claim] = []
    var asOf: PartialDate = "2026"

    // MARK: - Entities

    @discardableResult
    mutating func add(
        _ id: EntityID,
        _ kind: EntityKind,
        of jurisdiction: Jurisdiction? = nil,
        within: EntityID? = nil,
        heldBy holdings: [Holding] = [],
        isCurated: Bool = true
    ) -> EntityID {
        entities[id] = Entity(
            id: id,
            kind: kind,
            name: id.rawValue,
            jurisdiction: jurisdiction,
            within: within,
            holdings: holdings,
            isCurated: isCurated
        )
        return id
    }

    @discardableResult
    mutating func country(_ code: String) -> EntityID {
        let jurisdiction = Jurisdiction(code)
        return add(.country(jurisdiction), .country, of: jurisdiction)
    }

    mutating func edit(_ id: EntityID, _ change: (inout Entity) -> Void) {
        guard var entity = entities[id] else { return }
        change(&entity)
        entities[id] = entity
    }

    // MARK: - Claims

    @discardableResult
    mutating func claim(
        _ content: Claim.Content,
        polarity: Claim.Polarity = .asserted,
        assertion: Claim.Assertion = .asserted,
        document: String? = nil,
        publisher: String? = nil,
        published: PartialDate? = nil,
        grade: SourceGrade.Reliability = .c,
        credibility: Int = 2,
        sketch: String? = nil,
        at start: Int = 0
    ) -> ClaimID {
        let number = claims.count
        let source = DocumentID(rawValue: document ?? "document-\(number)")
        let claim = Claim(
            id: ClaimID(
                document: source,
                range: start..<(start + 10),
                kind: content.kindName,
                surfaces: content.parties.map(\.rawValue) + [String(number)]
            ),
            content: content,
            polarity: polarity,
            assertion: assertion,
            quote: Quote(document: source, text: "ten scalars", range: start..<(start + 10)),
            rule: "test@1",
            source: SourceGrade(
                reliability: grade,
                credibility: credibility,
                publisher: publisher ?? "publisher of \(source)",
                published: published,
                sketch: sketch
            )
        )
        claims.append(claim)
        return claim.id
    }

    @discardableResult
    mutating func deploy(
        to recipient: EntityID,
        _ category: SystemCategory,
        by suppliers: EntityID...,
        status: Deployment.Status = .operational,
        reach: Deployment.Reach? = .whole,
        change: (inout Deployment) -> Void = { _ in }
    ) -> ClaimID {
        var deployment = Deployment(
            recipient: recipient,
            system: "system",
            category: category,
            suppliers: suppliers,
            status: status,
            reach: reach
        )
        change(&deployment)
        return claim(.deployment(deployment))
    }

    @discardableResult
    mutating func state(
        _ kind: Statement.Kind,
        about subject: EntityID,
        functions: [GovernmentFunction]? = nil,
        isInForce: Bool? = nil,
        counterpart: EntityID? = nil
    ) -> ClaimID {
        claim(
            .statement(
                Statement(
                    kind: kind,
                    subject: subject,
                    functions: functions,
                    isInForce: isInForce,
                    counterpart: counterpart
                )
            )
        )
    }

    mutating func append(_ claim: Claim) { claims.append(claim) }

    mutating func change(_ id: ClaimID, _ edit: (inout Claim) -> Void) {
        for index in claims.indices where claims[index].id == id { edit(&claims[index]) }
    }

    mutating func changeDeployment(_ id: ClaimID, _ edit: (inout Deployment) -> Void) {
        change(id) { claim in
            guard case .deployment(var deployment) = claim.content else { return }
            edit(&deployment)
            claim.content = .deployment(deployment)
        }
    }

    mutating func removeClaims(where isRemoved: (Claim) -> Bool) {
        claims.removeAll(where: isRemoved)
    }

    // MARK: - Scores

    var base: EvidenceBase {
        EvidenceBase(entities: entities.values, claims: claims)
    }

    func assess(_ subject: EntityID, with engine: ScoringEngine) -> Assessment? {
        engine.assess(subject, in: base, asOf: asOf)
    }
}

extension PartialDate: ExpressibleByStringLiteral {
    package init(stringLiteral value: String) {
        self = PartialDate(value) ?? PartialDate(year: 0)
    }
}

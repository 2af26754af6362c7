import Contracts
import Evidence
import GRDB
import Scoring

/// A subject with everything that its scores rest on.
struct SubjectDetail: Encodable, Sendable {
    var entity: Entity
    /// `null` where it is not ranked, or the scores are not the published ones.
    var rank: Int?
    var assessment: Assessment
    /// The names of the entities that are mentioned, by id.
    var names: [String: String]
    var claims: [Claim]
    /// The documents that the claims are in, by id.
    var documents: [String: DocumentItem]

    private enum CodingKeys: String, CodingKey {
        case entity, rank, assessment, names, claims, documents
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(entity, forKey: .entity)
        try container.encode(rank, forKey: .rank)
        try container.encode(assessment, forKey: .assessment)
        try container.encode(names, forKey: .names)
        try container.encode(claims, forKey: .claims)
        try container.encode(documents, forKey: .documents)
    }

    /// Gathers it; `nil` where nothing is said of the subject.
    static func read(
        _ id: EntityID,
        _ wish: ReportWriter.Wish,
        _ writer: ReportWriter,
        _ db: Database
    ) throws -> SubjectDetail? {
        guard let assessment = try writer.assessment(id, wish, db) else { return nil }
        let entity = try ReadModel.entity(id, db)
        let claims = try ReadModel.claims(assessment.allClaims, db)
        let mentioned =
            [id] + assessment.deployments.flatMap(\.allParties)
            + claims.flatMap(\.content.parties) + (entity.map(\.neighbours) ?? [])
        let isPublished = try writer.edition(wish, db) == ReadModel.edition(db)
        return SubjectDetail(
            entity: entity ?? Entity(unknown: id),
            rank: isPublished ? try ReadModel.subject(id, db)?.rank : nil,
            assessment: assessment,
            names: try ReadModel.names(mentioned, db),
            claims: claims,
            documents: try ReadModel.documents(claims.map(\.quote.document), db)
        )
    }
}

/// An entity with the claims that name it.
struct EntityDetail: Encodable, Sendable {
    /// How many claims are given at the most; `/api/v1/claims?entity=` has all of them.
    static let claimsMax = 200

    var entity: Entity
    var claims: [Claim]
    var claimCount: Int
    var names: [String: String]
    var documents: [String: DocumentItem]
    /// Whether it is a government with scores.
    var isScored: Bool
    /// As whom it is counted, where judgements merged it; claims name that one.
    var mergedInto: EntityID?
    /// Those that judgements count as this one.
    var merged: [EntityID]
    /// Whom it may be, where it was derived from a text: for people to judge.
    var candidates: [ResolutionSuggested.Candidate]

    /// Gathers it; `nil` where the entity is not known.
    static func read(_ id: EntityID, _ db: Database) throws -> EntityDetail? {
        guard let entity = try ReadModel.entity(id, db) else { return nil }
        let claims = try ReadModel.claims(naming: id, limit: claimsMax, db)
        let count = try Int.fetchOne(
            db,
            sql: "SELECT count(DISTINCT claim) FROM claimParty WHERE entity = ?",
            arguments: [id.rawValue]
        )
        let survivor = try MergeRows.survivor(of: id, db)
        let candidates = try SuggestionRows.candidates(for: id, db)
        let merged = try MergeRows.merged(into: id, db)
        return EntityDetail(
            entity: entity,
            claims: claims,
            claimCount: count ?? claims.count,
            names: try ReadModel.names(
                [id, survivor].compactMap(\.self) + merged + entity.neighbours
                    + candidates.map(\.entity)
                    + claims.flatMap(\.content.parties),
                db
            ),
            documents: try ReadModel.documents(claims.map(\.quote.document), db),
            isScored: try ReadModel.subject(id, db) != nil,
            mergedInto: survivor,
            merged: merged,
            candidates: candidates
        )
    }
}

/// A document with its text and what was read in it.
struct DocumentDetail: Encodable, Sendable {
    var document: DocumentItem
    /// `null` where it was rejected, or has not arrived in full.
    var text: String?
    var claims: [Claim]
    var names: [String: String]

    private enum CodingKeys: String, CodingKey {
        case text, claims, names
    }

    func encode(to encoder: any Encoder) throws {
        try document.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(text, forKey: .text)
        try container.encode(claims, forKey: .claims)
        try container.encode(names, forKey: .names)
    }

    /// Gathers it; `nil` where no such document was handed in.
    static func read(_ id: DocumentID, _ db: Database) throws -> DocumentDetail? {
        guard let document = try ReadModel.document(id, db) else { return nil }
        let claims = try ReadModel.claims(in: id, db)
        return DocumentDetail(
            document: document,
            text: try ReadModel.text(document, db),
            claims: claims,
            names: try ReadModel.names(claims.flatMap(\.content.parties), db)
        )
    }
}

extension Entity {
    /// Stands for an entity that is named before it is described.
    init(unknown id: EntityID) {
        self.init(id: id, kind: .organization, name: id.rawValue, isCurated: false)
    }

    /// The entities that the description itself names.
    var neighbours: [EntityID] {
        [within].compactMap(\.self) + holdings.map(\.holder)
            + [jurisdiction.map { EntityID.country($0) }].compactMap(\.self)
    }
}

extension AssessedDeployment {
    var allParties: [EntityID] {
        [recipient] + suppliers + operators + financiers + donors
    }
}

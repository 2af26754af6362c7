import Evidence
import GRDB
import Hummingbird
import Operations
import Scoring

/// The reporter's HTTP for programs: everything under `/api/`.
struct APIRoutes: Sendable {
    let model: ReadModel
    let judgements: JudgementStore
    let writer: ReportWriter
    let heartbeats: HeardHeartbeats
    /// The description of this API.
    let openAPI: [UInt8]

    func add(to router: Router<some RequestContext>) {
        router.get("api/openapi.json") { _, _ in
            Answer.bytes(openAPI, mediaType: "application/json")
        }
        let api = router.group("api/v1")
        api.get("positions") { _, _ in try await positions() }
        api.get("report") { request, _ in try await report(request) }
        addLists(to: api)
        addDetails(to: api)
        JudgementRoutes(model: model, store: judgements).add(to: api)
    }

    private func addLists(to api: RouterGroup<some RequestContext>) {
        api.get("subjects") { request, _ in try await list(SubjectList.self, request) }
        api.get("claims") { request, _ in try await list(ClaimList.self, request) }
        api.get("entities") { request, _ in try await list(EntityList.self, request) }
        api.get("documents") { request, _ in try await list(DocumentList.self, request) }
        api.get("dead-letters") { request, _ in try await list(DeadLetterList.self, request) }
        api.get("alerts") { request, _ in try await list(AlertList.self, request) }
        api.get("subjects/:id/history") { request, context in
            try await history(EntityID(try context.id()), request)
        }
        api.get("subjects/:id/evidence") { request, context in
            try await evidence(EntityID(try context.id()), request)
        }
    }

    private func addDetails(to api: RouterGroup<some RequestContext>) {
        api.get("subjects/:id") { request, context in
            let id = EntityID(try context.id())
            let wish = try writer.wish(request)
            return try await detail(wish.nothing(about: id)) { [writer] db in
                try SubjectDetail.read(id, wish, writer, db)
            }
        }
        api.get("claims/:id") { _, context in
            let id = ClaimID(rawValue: try context.id())
            return try await detail("No claim “\(id)” stands.") { db in
                var parameters = ListParameters<ClaimList>()
                parameters.conditions = ["claim.id = \(id.rawValue)"]
                return try ClaimList.page(parameters, db).items.first
            }
        }
        api.get("entities/:id") { _, context in
            let id = EntityID(try context.id())
            return try await detail("No entity “\(id)” is known.") { db in
                try EntityDetail.read(id, db)
            }
        }
        api.get("suppliers/:id") { _, context in
            let id = EntityID(try context.id())
            return try await detail("No entity “\(id)” is known.") { db in
                try SupplierDetail.read(id, db)
            }
        }
        api.get("documents/:id") { _, context in
            let id = DocumentID(rawValue: try context.id())
            return try await detail("No document “\(id)” was handed in.") { db in
                try DocumentDetail.read(id, db)
            }
        }
    }

    // MARK: - Answers

    private func positions() async throws -> Response {
        try Answer.json(
            await model.read { [heartbeats] db in try PositionsAnswer.read(heartbeats, db) }
        )
    }

    private func report(_ request: Request) async throws -> Response {
        let wish = try writer.wish(request)
        let bytes = try await model.read { [writer] db in try writer.report(wish, db) }
        return Answer.bytes(bytes, mediaType: AnswerFormat.json.mediaType)
    }

    private func list<List: Listing>(_ list: List.Type, _ request: Request) async throws -> Response
    {
        let format = try AnswerFormat(request)
        let parameters = try ListParameters<List>(request)
        let page = try await model.read { db in try List.page(parameters, db) }
        return try Answer.page(page, as: format, to: request)
    }

    /// The claims that a subject's published scores rest on or that are shown with them.
    private func evidence(_ id: EntityID, _ request: Request) async throws -> Response {
        let format = try AnswerFormat(request)
        let parameters = try ListParameters<ClaimList>(request)
        let page = try await model.read { [parameters] db -> Page<ClaimItem>? in
            guard let assessment = try ReadModel.assessment(id, db) else { return nil }
            var parameters = parameters
            let ids = assessment.allClaims.map(\.rawValue).sorted()
            parameters.conditions.append("claim.id IN \(ids)")
            return try ClaimList.page(parameters, db)
        }
        guard let page else { throw Problem.notFound(ReportWriter.Wish().nothing(about: id)) }
        return try Answer.page(page, as: format, to: request)
    }

    /// What was published of a subject, also when it has no scores any more.
    private func history(_ id: EntityID, _ request: Request) async throws -> Response {
        let format = try AnswerFormat(request)
        var parameters = try ListParameters<HistoryList>(request)
        parameters.conditions.append("scoreHistory.subject = \(id.rawValue)")
        let page = try await model.read { [parameters] db -> Page<HistoryItem>? in
            let known = try Bool.fetchOne(
                db,
                sql: "SELECT EXISTS (SELECT * FROM scoreHistory WHERE subject = ?)",
                arguments: [id.rawValue]
            )
            return known == true ? try HistoryList.page(parameters, db) : nil
        }
        guard let page else { throw Problem.notFound("No score of “\(id)” was ever published.") }
        return try Answer.page(page, as: format, to: request)
    }

    private func detail<Value: Encodable & Sendable>(
        _ missing: String,
        _ body: @escaping @Sendable (Database) throws -> Value?
    ) async throws -> Response {
        guard let value = try await model.read(body) else { throw Problem.notFound(missing) }
        return try Answer.json(value)
    }
}

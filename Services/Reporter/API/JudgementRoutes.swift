import Evidence
import HTTPTypes
import Hummingbird
import Operations

/// Recording who is who, and reading what was recorded.
struct JudgementRoutes: Sendable {
    let model: ReadModel
    let store: JudgementStore

    func add(to api: RouterGroup<some RequestContext>) {
        api.post("judgements") { request, _ in try await record(request) }
        api.get("judgements") { request, _ in
            let format = try AnswerFormat(request)
            let parameters = try ListParameters<JudgementList>(request)
            let page = try await model.read { db in try JudgementList.page(parameters, db) }
            return try Answer.page(page, as: format, to: request)
        }
        api.get("judgements/:id") { _, context in
            let id = try context.id()
            guard let judgement = try await model.read({ db in try JudgementRows.fetch(id, db) })
            else { throw Problem.notFound("No judgement “\(id)” was recorded.") }
            return try Answer.json(judgement)
        }
    }

    /// Answers 201 once the judgement is on disk, and 200 where it was before.
    private func record(_ request: Request) async throws -> Response {
        let wanted = try await JudgementRequest(request)
        switch try await store.record(wanted) {
        case .recorded(let judgement): return try answer(judgement, .created)
        case .known(let judgement): return try answer(judgement, .ok)
        case .taken(let judgement):
            throw Problem(
                .conflict,
                "Id taken",
                detail: "“\(judgement.id)” is another judgement, by \(judgement.author)."
            )
        case .unknown(let what):
            throw Problem(.unprocessableContent, "Unknown", detail: what)
        }
    }

    private func answer(_ judgement: Judgement, _ status: HTTPResponse.Status) throws -> Response {
        var response = try Answer.json(judgement)
        response.status = status
        response.headers[.location] = "/api/v1/judgements/\(judgement.id)"
        return response
    }
}

import HTTPTypes
import Hummingbird
import Operations

/// Answers browsers' failed requests with a page; programs get problem documents as they are.
struct ProblemPages<Context: RequestContext>: RouterMiddleware {
    let renderer: PageRenderer

    @concurrent
    func handle(
        _ request: Request,
        context: Context,
        next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard Self.isForPeople(request) else { return try await next(request, context) }
        do {
            let response = try await next(request, context)
            guard response.headers[.contentType] == "application/problem+json" else {
                return response
            }
            return try page(response.status, response.status.reasonPhrase, Self.advice)
        } catch let problem as Problem {
            return try page(problem.status, problem.title, problem.detail)
        } catch let error as HTTPError {
            return try page(error.status, error.status.reasonPhrase, error.body ?? Self.advice)
        }
    }

    private static var advice: String { "There is nothing at this address." }

    private static func isForPeople(_ request: Request) -> Bool {
        guard !request.uri.path.hasPrefix("/api/") else { return false }
        return AcceptedTypes(request.headers[.accept]).prefers("text/html", to: "application/json")
    }

    private func page(
        _ status: HTTPResponse.Status,
        _ title: String,
        _ detail: String
    ) throws -> Response {
        try renderer.response(
            ProblemPage(
                problemTitle: title,
                problemDetail: detail,
                statusText: String(status.code)
            ),
            template: "problem",
            status: status
        )
    }
}

/// What went wrong, for people.
struct ProblemPage {
    var problemTitle: String
    var problemDetail: String
    var statusText: String
}

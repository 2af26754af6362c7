package import Hummingbird
import Logging

/// Answers every failure with a problem document.
package struct ProblemMiddleware<Context: RequestContext>: RouterMiddleware {
    package init() {}

    @concurrent
    package func handle(
        _ request: Request,
        context: Context,
        next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let problem as Problem {
            return problem.response
        } catch let error as HTTPError {
            return Problem(
                error.status,
                error.status.reasonPhrase,
                detail: error.body ?? "\(request.method) \(request.uri.path)"
            ).response
        } catch {
            context.logger.error("Could not answer", metadata: ["error": "\(error)"])
            return Problem(
                .internalServerError,
                "Internal error",
                detail: "The request could not be served; the service's log says why."
            ).response
        }
    }
}

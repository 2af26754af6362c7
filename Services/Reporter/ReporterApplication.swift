import Foundation
import Hummingbird
import Operations

/// Everything that the reporter answers over HTTP, on top of what every service does.
struct ReporterApplication: Sendable {
    private let api: APIRoutes

    /// Prepares the routes.
    ///
    /// - Throws: Where the resources that are delivered with the program are missing.
    init(model: ReadModel, heartbeats: HeardHeartbeats, writer: ReportWriter) throws {
        api = APIRoutes(
            model: model,
            writer: writer,
            heartbeats: heartbeats,
            openAPI: try Resources.bytes("openapi.json")
        )
    }

    func router() -> Router<BasicRequestContext> {
        let router = Router()
        router.add(middleware: ProblemMiddleware())
        api.add(to: router)
        return router
    }
}

import Foundation
import Hummingbird
import Operations

/// Everything that the reporter answers over HTTP, on top of what every service does.
struct ReporterApplication: Sendable {
    private let api: APIRoutes
    private let pages: PageRoutes
    private let renderer: PageRenderer

    /// Prepares the routes.
    ///
    /// - Throws: Where the resources that are delivered with the program are missing.
    init(
        model: ReadModel,
        judgements: JudgementStore,
        heartbeats: HeardHeartbeats,
        writer: ReportWriter
    ) throws {
        api = APIRoutes(
            model: model,
            judgements: judgements,
            writer: writer,
            heartbeats: heartbeats,
            openAPI: try Resources.bytes("openapi.json")
        )
        renderer = try PageRenderer()
        pages = PageRoutes(
            model: model,
            writer: writer,
            heartbeats: heartbeats,
            renderer: renderer,
            styleSheet: try Resources.bytes("style.css")
        )
    }

    /// A router for any context, so that tests can answer requests without a socket.
    func router<Context: RequestContext>(context: Context.Type) -> Router<Context> {
        let router = Router(context: context, options: .autoGenerateHeadEndpoints)
        router.add(middleware: ProblemMiddleware())
        router.add(middleware: ProblemPages(renderer: renderer))
        api.add(to: router)
        pages.add(to: router)
        return router
    }
}

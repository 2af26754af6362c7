package import Hummingbird
package import Logging
package import ServiceLifecycle

/// The HTTP side of a service.
package enum HTTPService {
    /// A router whose failures are problem documents.
    ///
    /// Middleware counts for the routes that are added after it, so that routers begin here.
    package static func router() -> Router<BasicRequestContext> {
        let router = Router()
        router.add(middleware: ProblemMiddleware())
        return router
    }

    /// Serves a router at the address that the settings name.
    package static func make(
        _ router: Router<BasicRequestContext>,
        settings: Settings,
        logger: Logger
    ) throws(SettingsError) -> any Service {
        let port = try settings.int("http.port", in: 0...65535)
        return Application(
            router: router,
            configuration: ApplicationConfiguration(
                address: .hostname(settings.string("http.host"), port: port),
                serverName: "mooring"
            ),
            logger: logger
        )
    }
}

package import Hummingbird
package import Logging
package import ServiceLifecycle

/// The HTTP side of a service.
package enum HTTPService {
    /// Serves a router at the address that the settings name.
    package static func make(
        _ router: Router<BasicRequestContext>,
        settings: Settings,
        logger: Logger
    ) throws(SettingsError) -> any Service {
        let port = try settings.int("http.port", in: 0...65535)
        router.add(middleware: ProblemMiddleware())
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

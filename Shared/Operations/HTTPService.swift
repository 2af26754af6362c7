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
        let host = settings.string("http.host")
        return Server(
            application: Application(
                router: router,
                configuration: ApplicationConfiguration(
                    address: .hostname(host, port: port),
                    serverName: "mooring"
                ),
                logger: logger
            ),
            place: "\(host):\(port)"
        )
    }

    /// Why nothing can be served.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// An application that says where it wanted to listen when it cannot.
    private struct Server<Application: ApplicationProtocol>: Service {
        let application: Application
        let place: String

        func run() async throws {
            do {
                try await application.run()
            } catch let error as CancellationError {
                throw error
            } catch {
                throw Failure(
                    description:
                        "cannot serve HTTP at \(place) (http.host, http.port); does another "
                        + "program have that port? \(error)"
                )
            }
        }
    }
}

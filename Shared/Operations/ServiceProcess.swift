import Foundation
package import Logging
package import ServiceLifecycle
import UnixSignals

/// One of Mooring's processes: what its `main` runs.
package protocol ServiceProcess {
    /// As the executable is called: `risk-scorer`.
    static var name: String { get }
    /// One sentence for `--help`.
    static var summary: String { get }
    /// Everything that can be set, with defaults.
    static var settings: [Setting] { get }
    /// Builds the parts in the order in which they start; they stop in reverse.
    static func services(_ settings: Settings, logger: Logger) throws -> [any Service]
}

extension ServiceProcess {
    /// Reads the settings, builds the services and runs them until SIGTERM or SIGINT.
    ///
    /// Exit codes: 0 after a clean stop, 64 for unusable settings, 70 where a service failed; one
    /// sentence on standard error says why. With
    /// `--check-health` it asks the running service instead: 0 where that lives, 1 where not.
    package static func run() async {
        var arguments = Array(CommandLine.arguments.dropFirst())
        let isCheck = arguments.contains("--check-health")
        arguments.removeAll { $0 == "--check-health" }
        if arguments.contains("--help") || arguments.contains("-h") {
            write(help, to: .standardOutput)
            return
        }
        let settings: Settings
        do {
            settings = try await Settings(
                Self.settings,
                arguments: arguments,
                environment: ProcessInfo.processInfo.environment
            )
        } catch {
            fail("\(error)", code: 64)
        }
        if isCheck { exit(await HealthCheck.passes(settings) ? 0 : 1) }
        var logger = Logger(label: name) { StreamLogHandler.standardError(label: $0) }
        let services: [any Service]
        do {
            logger.logLevel = try settings.choice("log.level")
            services = try Self.services(settings, logger: logger)
        } catch {
            fail("\(error)", code: error is SettingsError ? 64 : 70)
        }
        logger.info("Starting")
        let group = ServiceGroup(
            configuration: .init(
                services: services,
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: logger
            )
        )
        do {
            try await group.run()
            logger.info("Stopped")
        } catch {
            logger.critical("Failed: \(error)")
            exit(70)
        }
    }

    private static func fail(_ message: String, code: Int32) -> Never {
        write("\(name): \(message)\n", to: .standardError)
        exit(code)
    }

    private static func write(_ text: String, to file: FileHandle) {
        try? file.write(contentsOf: Data(text.utf8))
    }

    /// What `--help` prints.
    static var help: String {
        let rows = settings.map { setting in
            """
              \(setting.flag) VALUE
                  \(setting.meaning)
                  default: \(setting.defaultValue.isEmpty ? "none" : setting.defaultValue); \
            environment: \(setting.environmentVariable)

            """
        }
        return """
            \(name): \(summary)

            usage: \(name) [--config FILE.json] [--flag VALUE …]
                   \(name) --check-health    asks the running service whether it lives

            Flags count over environment variables, those over the file, that over the defaults.

            \(rows.joined())
            """
    }
}

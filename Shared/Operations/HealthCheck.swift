import Foundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// Asks a service of this machine whether it lives: what `--check-health` does.
enum HealthCheck {
    /// How long the answer may take, in seconds.
    private static let timeout: TimeInterval = 3

    /// Whether the service with these settings answers `/healthz`.
    static func passes(_ settings: Settings) async -> Bool {
        let host = settings.string("http.host")
        let reachable = ["0.0.0.0", "::"].contains(host) ? "127.0.0.1" : host
        let address = "http://\(reachable):\(settings.string("http.port"))/healthz"
        guard let url = URL(string: address) else { return false }
        let request = URLRequest(url: url, timeoutInterval: timeout)
        guard let (_, response) = try? await URLSession.shared.data(for: request) else {
            return false
        }
        return (response as? HTTPURLResponse)?.statusCode == 200
    }
}

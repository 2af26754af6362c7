import Messaging
import Synchronization

/// The last heartbeat that was heard of each source.
final class HeardHeartbeats: Sendable {
    private let last = Mutex<[String: Heartbeat]>([:])

    func hear(_ heartbeat: Heartbeat) {
        last.withLock { $0[heartbeat.source] = heartbeat }
    }

    /// By source; a source that has not been heard is not in it.
    var bySource: [String: Heartbeat] {
        last.withLock { $0 }
    }
}

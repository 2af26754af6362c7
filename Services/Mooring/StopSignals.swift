import Synchronization
import UnixSignals

/// Whether to stop: the operator asked for it with SIGINT or SIGTERM, or there is no use going on.
final class StopSignals: Sendable {
    private let flag = Atomic(false)

    var isSet: Bool { flag.load(ordering: .acquiring) }

    func set() { flag.store(true, ordering: .releasing) }

    /// Waits for either signal, or for cancellation.
    func watch() async {
        for await _ in await UnixSignalsSequence(trapping: .sigint, .sigterm) {
            set()
            return
        }
    }
}

import Synchronization
import UnixSignals

/// Whether the operator has asked to stop, with SIGINT or SIGTERM.
final class StopSignals: Sendable {
    private let flag = Atomic(false)

    var isSet: Bool { flag.load(ordering: .acquiring) }

    /// Waits for either signal, or for cancellation.
    func watch() async {
        for await _ in await UnixSignalsSequence(trapping: .sigint, .sigterm) {
            flag.store(true, ordering: .releasing)
            return
        }
    }
}

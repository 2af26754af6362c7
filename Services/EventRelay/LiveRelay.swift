import Logging
import Messaging
import ServiceLifecycle
import Synchronization
import ZeroMQ

/// Sends on, live, what has come into the relay's journal.
final class LiveRelay: Service {
    private let parts: RelayParts
    private let doors: [DoorConfiguration]
    private let stop = StopFlag()

    init(_ parts: RelayParts, doors: [DoorConfiguration]) {
        self.parts = parts
        self.doors = doors
    }

    func run() async throws {
        let wakeUp = parts.arrivals.wakeUp
        try await OwnThread.run("live", stop: stop, wakeUp: wakeUp) { [self] in
            try LiveLoop(parts, doors: doors).run(until: stop)
        }
    }
}

/// What the relay's threads share.
struct RelayParts: Sendable {
    let journal: RelayJournal
    let arrivals: Arrivals
    let ring: KeyRing
    let counters: RelayCounters
    let context: Context
    let logger: Logger
    /// The names of the doors that are not open.
    let shut: ShutDoors
}

/// Which doors are not open yet, for the question whether the relay is ready.
final class ShutDoors: Sendable {
    private let names: Mutex<Set<String>>

    init(_ names: [String]) {
        self.names = Mutex(Set(names))
    }

    func note(_ name: String, isOpen: Bool) {
        names.withLock { names in
            if isOpen { names.remove(name) } else { names.insert(name) }
        }
    }

    var obstacles: [String] {
        names.withLock { $0.sorted() }.map { "the door “\($0)” is not open" }
    }
}

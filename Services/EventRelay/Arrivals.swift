import Synchronization
import ZeroMQ

/// Rouses those who wait for new events: the live thread, and questions over HTTP.
final class Arrivals: Sendable {
    /// Of the live thread.
    let wakeUp: WakeUp
    private let waiters = Mutex<[Int: AsyncStream<Void>.Continuation]>([:])
    private let count = Atomic(0)

    init() throws(ZeroMQError) {
        wakeUp = try WakeUp()
    }

    func announce() {
        wakeUp.signal()
        let all = waiters.withLock { Array($0.values) }
        for waiter in all { waiter.yield() }
    }

    /// One element for each announcement from now on; those that nobody has looked at count once.
    ///
    /// - Returns: `nil` where too many wait already.
    func announcements() -> AsyncStream<Void>? {
        let number = count.add(1, ordering: .relaxed).newValue
        let (stream, continuation) = AsyncStream.makeStream(
            of: Void.self,
            bufferingPolicy: .bufferingNewest(1)
        )
        let isAdmitted = waiters.withLock { waiters in
            guard waiters.count < RelayLimits.waitersMax else { return false }
            waiters[number] = continuation
            return true
        }
        guard isAdmitted else { return nil }
        continuation.onTermination = { [self] _ in
            waiters.withLock { _ = $0.removeValue(forKey: number) }
        }
        return stream
    }
}

package import Foundation

/// A gapless, append-only journal of one publisher's events.
///
/// This is the whole of what the bus asks of a storage engine, so that another engine is another
/// file. Sequences start at 1 and have no gaps. What ``append(_:in:)`` writes becomes visible with
/// the transaction it was part of, or not at all.
package protocol EventLog: Sendable {
    /// The engine's transaction, shared with the service's own state.
    associatedtype Transaction

    /// Names the publisher: `ingestion`.
    var source: String { get }

    /// Adds events in order, within the caller's transaction.
    ///
    /// - Throws: ``MessagingError/eventTooLarge(type:bytes:)`` for one over the limit; nothing of
    ///   the batch is kept then.
    func append(_ batch: [EventDraft], in transaction: Transaction) throws

    /// Reads events in order.
    ///
    /// - Parameters:
    ///   - sequence: The last one already known.
    ///   - limit: How many at the most.
    ///   - byteLimit: How many bytes at the most; one event is given however large it is.
    /// - Returns: What follows, up to the limits; empty at the end.
    /// - Throws: Where the store cannot be read.
    func read(after sequence: Int64, limit: Int, byteLimit: Int) throws -> [JournalledEvent]

    /// Where the journal ends, and how far this service has read others, at one moment.
    func standing() throws -> LogStanding

    /// The running hash at a sequence; `nil` where the journal does not reach so far.
    func chain(at sequence: Int64) throws -> Data?

    /// Starts a new life of the journal, after it was found to differ from what others have read.
    func beginEpoch() throws

    /// Calls back after each commit that added events, on any thread.
    func follow(_ wakeUp: @escaping @Sendable () -> Void)
}

/// What a heartbeat tells: the end of a journal and what its owner has read, at one moment.
package struct LogStanding: Hashable, Sendable {
    package var epoch: String
    package var head: Int64
    /// The running hash at `head`; `nil` where it is not known.
    package var chain: Data?
    /// The position in each source that the owner reads.
    package var positions: [String: StreamPosition]

    package init(
        epoch: String,
        head: Int64,
        chain: Data? = nil,
        positions: [String: StreamPosition]
    ) {
        self.epoch = epoch
        self.head = head
        self.chain = chain
        self.positions = positions
    }
}

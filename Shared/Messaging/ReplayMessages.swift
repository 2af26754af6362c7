package import Foundation

/// What a consumer asks a publisher over DEALER–ROUTER, as one JSON frame.
package struct ReplayRequest: Codable, Hashable, Sendable {
    package var op: Operation
    /// Who asks.
    package var consumer: String
    /// The life of the journal that the consumer has read; empty where it has read nothing.
    package var epoch: String
    /// The last sequence that the consumer has read.
    package var after: Int64
    /// The consumer's running hash at `after`, in base 64.
    package var chain: Data?
    /// How many events at the most.
    package var max: Int?

    package enum Operation: String, Codable, Sendable {
        /// Send what follows.
        case replay
        /// Take note of how far the consumer has committed.
        case confirm
    }

    package init(
        op: Operation,
        consumer: String,
        position: StreamPosition,
        max: Int? = nil
    ) {
        self.op = op
        self.consumer = consumer
        epoch = position.epoch
        after = position.sequence
        chain = op == .replay ? position.chain : nil
        self.max = max
    }
}

/// The first frame of an answer; after it come `count` frames, one event each.
package struct ReplayReply: Codable, Hashable, Sendable {
    package var status: Status
    package var source: String
    package var epoch: String
    package var head: Int64
    package var count: Int
    package var message: String?

    package enum Status: String, Codable, Sendable {
        case events
        /// The journal's life is another one: begin again from its start.
        case epoch
        /// The request could not be understood or served.
        case error
    }
}

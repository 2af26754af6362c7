/// The bounds of the bus, each where it can be found.
package enum MessagingLimits {
    /// The largest event in bytes.
    package static let eventBytesMax = 256 * 1024
    /// The largest frame that any socket accepts, in bytes.
    package static let frameBytesMax: Int64 = 1024 * 1024
    /// How many events one replay reply carries at the most.
    package static let replayEventsMax = 500
    /// How many bytes of events one replay reply carries at the most.
    package static let replayBytesMax = 1024 * 1024
    /// How many events one transaction applies at the most.
    package static let batchEventsMax = 500
    /// How many live events wait while older ones are being replayed.
    package static let pendingEventsMax = 4096
    /// How many messages may wait for one slow subscriber.
    package static let sendQueueMax: Int32 = 50_000
    /// How many bytes of an event that could not be applied are shown in an explanation.
    package static let excerptBytesMax = 200
}

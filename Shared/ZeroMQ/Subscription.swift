/// What an extended publisher is told by those who subscribe.
package struct Subscription: Hashable, Sendable {
    /// What the topics of interest start with.
    package var prefix: [UInt8]
    /// Whether it begins; otherwise it ends.
    package var begins: Bool

    package init(prefix: [UInt8], begins: Bool) {
        self.prefix = prefix
        self.begins = begins
    }
}

extension Socket {
    /// Takes one message of a subscriber, if one is there.
    ///
    /// - Returns: What it subscribes to or no longer does; `nil` where nothing waits. A message
    ///   that is no subscription is passed over.
    package borrowing func receiveSubscription() throws(ZeroMQError) -> Subscription? {
        while let frames = try receive() {
            guard frames.count == 1, let first = frames[0].first, first <= 1 else { continue }
            return Subscription(prefix: Array(frames[0].dropFirst()), begins: first == 1)
        }
        return nil
    }
}

package import GRDB

/// What a service does with the events that it reads.
///
/// All three are called on the consumer's thread, within one transaction for a batch of events;
/// what they write, and what they append to the service's own journal, is committed together with
/// the position that was reached.
package protocol EventHandler: Sendable {
    /// Applies one event.
    ///
    /// - Throws: What is wrong with the event: it is kept aside as a dead letter with this
    ///   reason, and what it had written is undone. A failing disk or database is not the
    ///   event's fault: it stops the service.
    func apply(_ event: ReceivedEvent, in db: Database) throws

    /// Forgets everything that came from a source, whose journal begins again.
    func reset(_ source: String, in db: Database) throws

    /// Ends a batch: for work that is better done once for several events.
    func finishBatch(in db: Database) throws

    /// Learns what a publisher says of itself.
    func heard(_ heartbeat: Heartbeat)
}

extension EventHandler {
    package func finishBatch(in db: Database) throws {}
    package func heard(_ heartbeat: Heartbeat) {}
}

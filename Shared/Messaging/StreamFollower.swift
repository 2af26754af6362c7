package import Foundation

/// Follows one journal over a transport that drops, repeats and restarts: what to apply, and when
/// to ask.
///
/// A pure state machine: it is told what arrived and what time it is, and answers with actions.
/// Its promise: the events it says to apply are the journal's, each once, in order, without a gap.
/// Live events are the doorbell, replay is the truth: what does not follow the position is asked
/// for, and while an answer is awaited at most ``MessagingLimits/pendingEventsMax`` events wait.
package struct StreamFollower {
    /// What is to be done next, in order.
    package enum Action: Hashable, Sendable {
        case apply(ReceivedEvent)
        /// Ask for what follows this position.
        case request(StreamPosition)
        /// Forget what came from this source; its journal begins again.
        case reset(epoch: String)
        /// Close the sockets and make new ones.
        case reconnect
    }

    /// How often what happened, for the metrics.
    package struct Counts: Hashable, Sendable {
        package var applied = 0
        package var duplicates = 0
        package var gaps = 0
        package var requests = 0
        package var resets = 0
        package var reconnects = 0
        package var malformed = 0
    }

    package let source: String
    package private(set) var position: StreamPosition
    package private(set) var counts = Counts()
    private var requestedAt: ContinuousClock.Instant?
    private var unanswered = 0
    private var heardAt: ContinuousClock.Instant
    private var pending: [Int64: ReceivedEvent] = [:]

    /// How long an answer may take before the question is repeated.
    package static let answerTimeout: Duration = .seconds(2)
    /// How many unanswered questions make new sockets.
    package static let unansweredMax = 3
    /// How long a source may be silent before new sockets are made.
    package static let silenceMax: Duration = .seconds(5)

    package init(source: String, position: StreamPosition, now: ContinuousClock.Instant) {
        self.source = source
        self.position = position
        heardAt = now
    }

    /// Begins, or begins again after new sockets were made, by asking for what was missed.
    package mutating func start(now: ContinuousClock.Instant) -> [Action] {
        heardAt = now
        requestedAt = nil
        return ask(now)
    }

    // MARK: - What arrives

    /// Takes a live event's bytes.
    package mutating func receive(live bytes: Data, now: ContinuousClock.Instant) -> [Action] {
        heardAt = now
        guard let event = read(bytes) else { return [] }
        guard event.epoch == position.epoch else { return ask(now) }
        if event.sequence <= position.sequence {
            counts.duplicates += 1
            return []
        }
        if event.sequence == position.sequence + 1 {
            return [take(event)] + drain()
        }
        counts.gaps += 1
        if pending.count < MessagingLimits.pendingEventsMax { pending[event.sequence] = event }
        return ask(now)
    }

    /// Takes a heartbeat, which follows every event up to its head.
    ///
    /// A head before the position is asked about too: an answer may have been the faster, or the
    /// journal was restored to an earlier state, which the publisher finds by the running hash.
    package mutating func receive(_ heartbeat: Heartbeat, now: ContinuousClock.Instant) -> [Action]
    {
        heardAt = now
        guard heartbeat.source == source else {
            counts.malformed += 1
            return []
        }
        let isElsewhere =
            heartbeat.epoch != position.epoch || heartbeat.head != position.sequence
            || heartbeat.chain.map { $0 != position.chain } ?? false
        return isElsewhere ? ask(now) : []
    }

    /// Takes an answer and the events that came with it.
    package mutating func receive(
        _ reply: ReplayReply,
        events: [Data],
        now: ContinuousClock.Instant
    ) -> [Action] {
        heardAt = now
        requestedAt = nil
        unanswered = 0
        guard reply.source == source else {
            counts.malformed += 1
            return []
        }
        switch reply.status {
        case .error: return []
        case .epoch: return restart(epoch: reply.epoch, now)
        case .events:
            if position.epoch.isEmpty { position.epoch = reply.epoch }
            guard reply.epoch == position.epoch else { return ask(now) }
            var actions = events.compactMap { replayed($0) }
            actions += drain()
            if reply.head > position.sequence { actions += ask(now) }
            return actions
        }
    }

    /// Takes the passing of time; call it a few times a second.
    package mutating func tick(now: ContinuousClock.Instant) -> [Action] {
        if heardAt.duration(to: now) > Self.silenceMax || unanswered >= Self.unansweredMax {
            counts.reconnects += 1
            heardAt = now
            unanswered = 0
            requestedAt = nil
            return [.reconnect]
        }
        guard let requestedAt, requestedAt.duration(to: now) > Self.answerTimeout else { return [] }
        unanswered += 1
        self.requestedAt = nil
        return ask(now)
    }

    // MARK: - Steps

    private mutating func ask(_ now: ContinuousClock.Instant) -> [Action] {
        guard requestedAt == nil else { return [] }
        requestedAt = now
        counts.requests += 1
        return [.request(position)]
    }

    private mutating func restart(epoch: String, _ now: ContinuousClock.Instant) -> [Action] {
        counts.resets += 1
        pending = [:]
        position = StreamPosition(epoch: epoch, sequence: 0, chain: ChainHash.seed)
        return [.reset(epoch: epoch)] + ask(now)
    }

    /// Takes an event of an answer, whose epoch the answer gave: events that were written before
    /// the journal began its present life carry the epoch of their own.
    private mutating func replayed(_ bytes: Data) -> Action? {
        guard let event = read(bytes) else { return nil }
        guard event.sequence == position.sequence + 1 else { return nil }
        return take(event)
    }

    private mutating func take(_ event: ReceivedEvent) -> Action {
        position.sequence = event.sequence
        position.chain = ChainHash.next(
            after: position.chain,
            hash: ChainHash.hash(event.bytes)
        )
        counts.applied += 1
        var event = event
        event.position = position
        return .apply(event)
    }

    private mutating func drain() -> [Action] {
        guard !pending.isEmpty else { return [] }
        var actions: [Action] = []
        while let next = pending.removeValue(forKey: position.sequence + 1) {
            actions.append(take(next))
        }
        if pending.count > MessagingLimits.pendingEventsMax / 2 {
            pending = pending.filter { $0.key > position.sequence }
        }
        return actions
    }

    private mutating func read(_ bytes: Data) -> ReceivedEvent? {
        guard
            let attributes = try? EventAttributes.read(bytes),
            let sequence = attributes.sequenceNumber, sequence > 0,
            attributes.publisher == source
        else {
            counts.malformed += 1
            return nil
        }
        return ReceivedEvent(
            source: source,
            type: attributes.type,
            subject: attributes.subject ?? "",
            epoch: attributes.streamepoch,
            sequence: sequence,
            bytes: bytes
        )
    }
}

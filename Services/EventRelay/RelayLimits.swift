import Messaging

/// The bounds of the relay, each where it can be found.
enum RelayLimits {
    /// How many events may wait for one slow subscriber before it misses some.
    ///
    /// A budget of 256 MiB divided by 64 KiB: as large as an event commonly gets.
    static let subscriberEventsMax: Int32 = 4096
    /// How many events a second are sent live at the most, so that a burst does not overrun
    /// subscribers that keep up with this pace.
    static let liveEventsPerSecondMax = 20_000
    /// How many events are sent between two looks at who else wants something.
    static let liveBatchMax = 250
    /// How many bytes of events are sent between two looks.
    static let liveBatchBytesMax = 1024 * 1024
    /// How many events one answer carries at the most.
    static let replayEventsMax = MessagingLimits.replayEventsMax
    /// How many bytes of events one answer carries at the most; one event is always given.
    static let replayBytesMax = MessagingLimits.replayBytesMax
    /// How many events one question looks at, when topics leave most of them out.
    static let scanMax = 20_000
    /// How many topics one question may name.
    static let topicsMax = 64
    /// How many answers may wait for one asker that does not read.
    static let answersMax: Int32 = 8
    /// How many questions of one door are answered before the other doors get their turn.
    static let questionsPerTurn = 16
    /// How long an HTTP question may wait for events, in seconds.
    static let waitSecondsMax = 60
    /// How many HTTP questions may wait at one time; the others are answered at once.
    static let waitersMax = 1000
    /// How many clients' keys are let in.
    static let keysMax = 10_000
}

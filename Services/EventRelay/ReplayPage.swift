import Foundation

/// An answer: events in the relay's order, and the cursor to go on from.
struct ReplayPage: Hashable, Sendable {
    var status: Status
    var events: [RelayedEvent] = []
    var cursor: EventCursor
    /// Whether the question can be repeated at once for more.
    var hasMore = false
    /// The sources that ``Status-swift.enum/epoch`` and ``Status-swift.enum/gone`` are about.
    var sources: [String] = []

    enum Status: String, Codable, Sendable {
        case events
        /// A publisher's journal began a new life. `cursor` starts it again from its beginning:
        /// what came from that source before is void.
        case epoch
        /// Events after the question's cursor are no longer kept. `cursor` stands before the
        /// oldest that is.
        case gone
        /// The question could not be understood.
        case error
    }
}

/// An event as the relay keeps it and sends it on.
struct RelayedEvent: Hashable, Sendable {
    /// Its place in the relay's own journal.
    var row: Int64
    var source: String
    /// The life of the publisher's journal.
    var epoch: String
    var sequence: Int64
    var type: String
    /// The CloudEvent in JSON, byte for byte as the publisher sent it.
    var bytes: Data

    /// The first frame under which it goes out.
    var topic: String { "\(type)/" }
}

/// The first frame of an answer over ROUTER; after it come `count` frames, one event each.
struct ReplayHeader: Encodable, Sendable {
    var status: ReplayPage.Status
    /// Ask on from here.
    var cursor: String?
    var count = 0
    /// Whether there is more already.
    var more = false
    var sources: [String]?
    var message: String?

    init(_ page: ReplayPage) {
        status = page.status
        cursor = page.cursor.text
        count = page.events.count
        more = page.hasMore
        sources = page.sources.isEmpty ? nil : page.sources
    }

    init(error message: String) {
        status = .error
        self.message = message
    }
}

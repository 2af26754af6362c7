import Foundation

/// What a stranger asks for.
struct ReplayQuery: Hashable, Sendable {
    var start: Start
    /// How many events at the most.
    var max: Int
    /// What the topics, which are the types followed by `/`, start with; empty for all.
    var topics: [String]

    enum Start: Hashable, Sendable {
        /// The oldest event that is kept.
        case oldest
        /// What comes from now on.
        case now
        case after(EventCursor)
    }

    /// Whether an event of this type is asked for.
    func includes(_ type: String) -> Bool {
        topics.isEmpty || topics.contains { "\(type)/".hasPrefix($0) }
    }
}

// MARK: - Reading

extension ReplayQuery {
    struct Invalid: Error, CustomStringConvertible {
        let description: String
    }

    /// Reads the parts of a question; all of them may be missing.
    init(after: String?, max: Int?, topics: [String]) throws(Invalid) {
        switch after {
        case nil, "": start = .oldest
        case "now": start = .now
        case .some(let text):
            guard let cursor = EventCursor(text) else {
                throw Invalid(
                    description: "“after” is no cursor; leave it out for the oldest event"
                )
            }
            start = .after(cursor)
        }
        if let max, max < 1 { throw Invalid(description: "“max” must be at least 1") }
        guard topics.count <= RelayLimits.topicsMax else {
            throw Invalid(description: "at most \(RelayLimits.topicsMax) topics can be named")
        }
        self.max = min(max ?? RelayLimits.replayEventsMax, RelayLimits.replayEventsMax)
        self.topics = topics.filter { !$0.isEmpty }
    }
}

/// The question as it comes over ROUTER, in one JSON frame.
struct ReplayQuestion: Decodable, Sendable {
    var op: String
    var after: String?
    var max: Int?
    var topics: [String]?

    func query() throws(ReplayQuery.Invalid) -> ReplayQuery {
        guard op == "replay" else {
            throw ReplayQuery.Invalid(description: "“op” must be “replay”")
        }
        return try ReplayQuery(after: after, max: max, topics: topics ?? [])
    }
}

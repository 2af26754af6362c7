import Foundation

/// What the relay says of itself once a second, after each batch, and to who has just subscribed.
///
/// It goes out behind every event up to its cursor, on the same socket: whoever gets it and has
/// read less has missed something, and asks for it.
struct RelayHeartbeat: Encodable, Sendable {
    var source = "relay"
    var cursor: String
    /// The last sequence of each source that has been sent.
    var heads: [String: Int64]
    var time: String

    static let topic = "$hb/relay/"
    /// To who has just subscribed to it.
    static let helloTopic = "$hello/relay/"

    init(_ cursor: EventCursor, time: Date) {
        self.cursor = cursor.text
        heads = cursor.positions.mapValues(\.sequence)
        self.time = time.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }
}

package import Foundation

/// What a publisher says of itself once a second and after each batch.
///
/// It goes out behind every event up to `head`, on the same socket: whoever gets it and has read
/// less has lost something. It also tells how far the publisher has itself read its sources, so
/// that it can be known when everything that an event causes has happened.
package struct Heartbeat: Codable, Hashable, Sendable {
    package var source: String
    package var epoch: String
    package var head: Int64
    /// The running hash at `head`, in base 64: who has read as far and has another one has read
    /// another history, which a restored journal begins.
    package var chain: Data?
    package var positions: [String: Position]
    package var time: String

    package struct Position: Codable, Hashable, Sendable {
        package var epoch: String
        package var sequence: Int64

        package init(epoch: String, sequence: Int64) {
            self.epoch = epoch
            self.sequence = sequence
        }
    }

    package init(source: String, standing: LogStanding, time: Date) {
        self.source = source
        epoch = standing.epoch
        head = standing.head
        chain = standing.chain
        positions = standing.positions.mapValues {
            Position(epoch: $0.epoch, sequence: $0.sequence)
        }
        self.time = time.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }

    /// The first frame of a publisher's heartbeats.
    package static func topic(of source: String) -> String {
        "$hb/\(source)/"
    }
}

import GRDB
import Messaging

/// How far everything has been read: what tells that all that a document caused has arrived.
///
/// A document that ingestion noted at sequence *s* is reflected once the registry's heartbeat has
/// read ingestion to *s*, the scorer's has read the registry to the head told in that heartbeat,
/// and `processed` has reached *s* and both heads.
struct PositionsAnswer: Codable, Hashable, Sendable {
    /// What this service has committed, by source.
    var processed: [String: Heartbeat.Position]
    /// The last heartbeat heard of each source; `null` while none was.
    var sources: [String: Heartbeat?]
    /// How many events this service has set aside.
    var deadLetters: Int

    static func read(_ heartbeats: HeardHeartbeats, _ db: Database) throws -> PositionsAnswer {
        let heard = heartbeats.bySource
        let positions = try ConsumerPositions.all(db).mapValues {
            Heartbeat.Position(epoch: $0.epoch, sequence: $0.sequence)
        }
        return PositionsAnswer(
            processed: positions,
            sources: Dictionary(uniqueKeysWithValues: Source.all.map { ($0, heard[$0]) }),
            deadLetters: try DeadLetter.count(db)
        )
    }
}

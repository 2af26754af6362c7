import GRDB
import Messaging

/// Keeps what the publishers say, and tells who waits that there is something new.
struct RelayHandler: EventHandler {
    let journal: RelayJournal
    let arrivals: Arrivals

    func apply(_ event: ReceivedEvent, in db: Database) throws {
        try journal.insert(event, db)
    }

    func reset(_ source: String, in db: Database) throws {
        try journal.forget(source, db)
    }

    func finishBatch(in db: Database) throws {
        try journal.prune(db)
        db.afterNextTransaction { [arrivals] _ in arrivals.announce() }
    }
}

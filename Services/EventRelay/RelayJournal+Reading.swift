import Foundation
import GRDB
import Messaging

// MARK: - For live sending

extension RelayJournal {
    /// The place of the last event that came, and how far every publisher's journal has come
    /// here, at one moment.
    func tail() throws -> (row: Int64, cursor: EventCursor) {
        try pool.read { db in
            // The counter outlives the rows, so that a place is never given twice.
            let row = try Int64.fetchOne(
                db,
                sql: "SELECT seq FROM sqlite_sequence WHERE name = 'relayEvent'"
            )
            return (row ?? 0, try Self.head(db))
        }
    }

    /// How many events are kept, about.
    func count() throws -> Int64 {
        try pool.read { db in
            try Int64.fetchOne(db, sql: "SELECT max(id) - min(id) + 1 FROM relayEvent") ?? 0
        }
    }

    /// The events after a place in the relay's order, up to the limits.
    func events(after row: Int64, limit: Int, byteLimit: Int) throws -> [RelayedEvent] {
        try pool.read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: "SELECT * FROM relayEvent WHERE id > ? ORDER BY id LIMIT ?",
                arguments: [row, limit]
            )
            var events: [RelayedEvent] = []
            var size = 0
            while let row = try rows.next() {
                let event = RelayedEvent(row)
                size += event.bytes.count
                guard events.isEmpty || size <= byteLimit else { break }
                events.append(event)
            }
            return events
        }
    }

    private static func head(_ db: Database) throws -> EventCursor {
        EventCursor(
            positions: try ConsumerPositions.all(db).mapValues {
                .init(epoch: $0.epoch, sequence: $0.sequence)
            }
        )
    }
}

// MARK: - For strangers

extension RelayJournal {
    /// Answers a question, all of it at one moment of the journal.
    ///
    /// Positions that the relay has not reached itself, as after its store was deleted, are kept
    /// as they are: the events before them are not sent again.
    func page(_ query: ReplayQuery) throws -> ReplayPage {
        try pool.read { db in try page(query, db) }
    }

    /// Answers a question without holding up the caller's thread.
    func answer(_ query: ReplayQuery) async throws -> ReplayPage {
        try await pool.read { db in try page(query, db) }
    }

    private func page(_ query: ReplayQuery, _ db: Database) throws -> ReplayPage {
        let head = try Self.head(db)
        switch query.start {
        case .now: return ReplayPage(status: .events, cursor: head)
        case .oldest: return try scan(query, from: try Self.oldest(head, db), db)
        case .after(let cursor):
            if let page = Self.epochPage(cursor, head) { return page }
            if let page = try Self.gonePage(cursor, head, db) { return page }
            return try scan(query, from: cursor, db)
        }
    }

    /// The answer where a journal that the cursor knows has begun a new life.
    private static func epochPage(_ cursor: EventCursor, _ head: EventCursor) -> ReplayPage? {
        var renewed = cursor
        var sources: [String] = []
        for (source, position) in cursor.positions {
            guard let known = head.positions[source], known.epoch != position.epoch else {
                continue
            }
            renewed.positions[source] = .init(epoch: known.epoch, sequence: 0)
            sources.append(source)
        }
        guard !sources.isEmpty else { return nil }
        return ReplayPage(
            status: .epoch,
            cursor: renewed,
            hasMore: true,
            sources: sources.sorted()
        )
    }

    /// The answer where what follows the cursor is no longer kept.
    private static func gonePage(
        _ cursor: EventCursor,
        _ head: EventCursor,
        _ db: Database
    ) throws -> ReplayPage? {
        var moved = cursor
        var sources: [String] = []
        for (source, floor) in try oldest(head, db).positions
        where cursor.positions[source]?.sequence ?? 0 < floor.sequence {
            moved.positions[source] = floor
            sources.append(source)
        }
        guard !sources.isEmpty else { return nil }
        return ReplayPage(status: .gone, cursor: moved, hasMore: true, sources: sources.sorted())
    }

    /// Where the oldest events that are kept begin.
    private static func oldest(_ head: EventCursor, _ db: Database) throws -> EventCursor {
        var cursor = EventCursor.beginning
        for row in try Row.fetchAll(db, sql: "SELECT source, sequence FROM relayFloor") {
            let source: String = row["source"]
            guard let epoch = head.positions[source]?.epoch else { continue }
            cursor.positions[source] = .init(epoch: epoch, sequence: row["sequence"])
        }
        return cursor
    }

    private func scan(
        _ query: ReplayQuery,
        from cursor: EventCursor,
        _ db: Database
    ) throws -> ReplayPage {
        var page = ReplayPage(status: .events, cursor: cursor)
        guard let start = try Self.firstRow(after: cursor, db) else { return page }
        let rows = try Row.fetchCursor(
            db,
            sql: "SELECT * FROM relayEvent WHERE id >= ? ORDER BY id",
            arguments: [start]
        )
        var looked = 0
        var size = 0
        while let row = try rows.next() {
            let source: String = row["source"]
            let sequence: Int64 = row["sequence"]
            looked += 1
            if looked > RelayLimits.scanMax {
                page.hasMore = true
                break
            }
            guard sequence > page.cursor.positions[source]?.sequence ?? 0 else { continue }
            if query.includes(row["type"]) {
                let event = RelayedEvent(row)
                size += event.bytes.count
                let isFull =
                    page.events.count == query.max
                    || (!page.events.isEmpty && size > RelayLimits.replayBytesMax)
                guard !isFull else {
                    page.hasMore = true
                    break
                }
                page.events.append(event)
            }
            page.cursor.positions[source] = .init(epoch: row["epoch"], sequence: sequence)
        }
        return page
    }

    /// Where the first event stands that the cursor has not passed.
    private static func firstRow(after cursor: EventCursor, _ db: Database) throws -> Int64? {
        let sources = try ConsumerPositions.all(db).keys
        var first: Int64?
        for source in sources {
            let row = try Int64.fetchOne(
                db,
                sql: """
                    SELECT id FROM relayEvent WHERE source = ? AND sequence > ?
                    ORDER BY sequence LIMIT 1
                    """,
                arguments: [source, cursor.positions[source]?.sequence ?? 0]
            )
            if let row { first = min(first ?? row, row) }
        }
        return first
    }
}

extension RelayedEvent {
    init(_ row: Row) {
        self.init(
            row: row["id"],
            source: row["source"],
            epoch: row["epoch"],
            sequence: row["sequence"],
            type: row["type"],
            bytes: row["bytes"]
        )
    }
}

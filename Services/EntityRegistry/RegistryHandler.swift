import Contracts
import Evidence
import Foundation
import GRDB
import Gazetteer
import Messaging
import Reading
import Storage

/// Turns what ingestion tells into entities and claims.
///
/// A document is read once all its segments are there, in whatever order they come. What is read
/// depends on the document, the rules and the gazetteer alone, so that the same documents in any
/// order give the same entities and claims.
struct RegistryHandler: EventHandler {
    let pool: DatabasePool
    private let log: SQLiteEventLog
    private let lock: FileLock
    let source: ReadingSource

    init(
        _ pool: DatabasePool,
        log: SQLiteEventLog,
        lock: FileLock,
        source: ReadingSource
    ) throws {
        self.pool = pool
        self.log = log
        self.lock = lock
        self.source = source
        try RegistryTables.migrator.migrate(pool)
    }

    func apply(_ event: ReceivedEvent, in db: Database) throws {
        switch event.type {
        case DocumentIngested.type:
            let document = try event.decode(DocumentIngested.self)
            try DocumentRow.insert(document, db)
            try readIfComplete(document.id, db)
        case DocumentSegment.type:
            let segment = try event.decode(DocumentSegment.self)
            try SegmentRow.insert(segment, db)
            try readIfComplete(segment.document, db)
        case JudgementRecorded.type:
            try take(event.decode(JudgementRecorded.self), db)
        default: break
        }
    }

    /// Forgets what came of documents; judgements stay, whatever becomes of their journal.
    func reset(_ source: String, in db: Database) throws {
        guard source == RegistrySource.ingestion else { return }
        for id in try DocumentRow.allIDs(db) {
            try publish(try ClaimRows.replace(of: id, with: [], because: .forgotten, db), db)
        }
        try RegistryTables.empty(db)
    }

    // MARK: - Reading

    private func readIfComplete(_ id: DocumentID, _ db: Database) throws {
        guard let document = try DocumentRow.fetch(id, db) else { return }
        guard try SegmentRow.count(of: id, db) == document.segments else { return }
        try read(document, text: SegmentRow.texts(of: id, db).joined(), db)
    }

    /// Reads a document that was read with other rules before.
    ///
    /// - Returns: Whether there was one.
    func rereadNext() async throws -> Bool {
        try await pool.write { db in
            guard let id = try DocumentRow.nextReadOtherwise(than: source.current.version, db)
            else {
                return false
            }
            try readIfComplete(id, db)
            return true
        }
    }

    private func read(_ document: DocumentIngested, text: String, _ db: Database) throws {
        let current = source.current
        let catalogue = current.catalogue
        let reading = current.reader.read(
            SourceText(
                id: document.id,
                text: text,
                language: document.language,
                grade: document.grade
            )
        )
        let entities = closure(of: reading.entities.map(\.entity), catalogue)
        var events = try EntityRows.replace(of: document.id, with: entities, db)
        let added = events.filter { $0.type == EntityRegistered.type }.map { EntityID($0.subject) }
        if try JudgementRows.speak(of: added, db) || !JudgementRows.isCurrent(catalogue.version, db)
        {
            events += try judge(catalogue, db)
        }
        let survivors = try JudgementRows.survivors(db)
        events += try ClaimRows.replace(
            of: document.id,
            with: reading.claims,
            naming: { survivors[$0] ?? $0 },
            because: .reread,
            db
        )
        let done = DocumentRead(
            document: document.id,
            language: reading.language,
            reader: Reader.version,
            gazetteer: current.gazetteer,
            entities: reading.entities.map(\.entity.id),
            claims: reading.claims.map(\.id)
        )
        events.append(try EventDraft(done, about: document.id.rawValue))
        try publish(events, db)
        try DocumentRow.markRead(document.id, with: current.version, db)
    }

    /// The entities, and all that they lie in or belong to.
    func closure(of entities: [Entity], _ catalogue: Catalogue) -> [Entity] {
        var found: [EntityID: Entity] = [:]
        var open = entities
        while let entity = open.popLast() {
            guard found.updateValue(entity, forKey: entity.id) == nil else { continue }
            let neighbours = entity.holdings.map(\.holder) + [entity.within].compactMap(\.self)
            let country = entity.jurisdiction.map { EntityID.country($0) }
            open += (neighbours + [country].compactMap(\.self)).compactMap { id in
                found[id] == nil ? catalogue.entity(id) : nil
            }
        }
        return found.values.sorted { $0.id < $1.id }
    }

    func publish(_ events: [EventDraft], _ db: Database) throws {
        try log.append(events, in: db)
    }
}

import Foundation
package import GRDB
package import Logging

/// Applies batches of events to a store, with the positions they lead to.
package struct EventApplier: Sendable {
    private let pool: DatabasePool
    private let handler: any EventHandler
    private let logger: Logger

    package init(pool: DatabasePool, handler: any EventHandler, logger: Logger) {
        self.pool = pool
        self.handler = handler
        self.logger = logger
    }

    package enum Item: Sendable {
        case apply(ReceivedEvent)
        case reset(source: String, epoch: String)
    }

    /// The positions as committed.
    package func positions() throws -> [String: StreamPosition] {
        try pool.read { db in try ConsumerPositions.all(db) }
    }

    /// Applies a batch in one transaction.
    ///
    /// - Throws: Where the store fails; nothing of the batch is kept then.
    package func commit(_ batch: [Item]) throws {
        try pool.write { db in
            for item in batch {
                switch item {
                case .apply(let event): try apply(event, in: db)
                case .reset(let source, let epoch): try reset(source, epoch: epoch, in: db)
                }
            }
            try handler.finishBatch(in: db)
        }
    }

    /// Passes a heartbeat on.
    package func hear(_ heartbeat: Heartbeat) {
        handler.heard(heartbeat)
    }

    private func apply(_ event: ReceivedEvent, in db: Database) throws {
        do {
            try db.inSavepoint {
                try handler.apply(event, in: db)
                return .commit
            }
        } catch {
            guard Disposition(error) == .setAside else { throw error }
            logger.error(
                "Set an event aside",
                metadata: [
                    "source": "\(event.source)", "sequence": "\(event.sequence)",
                    "type": "\(event.type)", "reason": "\(error)",
                ]
            )
            try DeadLetter(
                source: event.source,
                epoch: event.epoch,
                sequence: event.sequence,
                bytes: event.bytes,
                reason: "\(error)"
            ).insert(db)
        }
        try ConsumerPositions.set(event.position, of: event.source, db)
    }

    private func reset(_ source: String, epoch: String, in db: Database) throws {
        logger.critical(
            "A source's journal began a new life; reading it again from its start",
            metadata: ["source": "\(source)", "epoch": "\(epoch)"]
        )
        try handler.reset(source, in: db)
        let start = StreamPosition(epoch: epoch, sequence: 0, chain: ChainHash.seed)
        try ConsumerPositions.set(start, of: source, db)
    }
}

/// What an error in applying an event means.
enum Disposition {
    /// The event is at fault.
    case setAside
    /// The store is at fault, or the process: stop rather than skip.
    case stop

    init(_ error: any Error) {
        guard let error = error as? DatabaseError else {
            self = .setAside
            return
        }
        switch error.resultCode {
        case .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_RANGE, .SQLITE_TOOBIG: self = .setAside
        default: self = .stop
        }
    }
}

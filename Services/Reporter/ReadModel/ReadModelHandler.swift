import Contracts
import Evidence
import GRDB
import Messaging
import Storage

/// Turns the events of the other services into the read model.
///
/// Every event is an upsert or a deletion of rows that only its own source writes, so the sources
/// may be read in any interleaving: a claim may come before its document, a score before its
/// subject. Types that are not known are passed over.
struct ReadModelHandler: EventHandler {
    let heartbeats: HeardHeartbeats
    /// Keeps the store for this process as long as it is written.
    let lock: FileLock?

    func apply(_ event: ReceivedEvent, in db: Database) throws {
        switch event.source {
        case Source.ingestion: try applyDocument(event, db)
        case Source.entityRegistry: try applyEvidence(event, db)
        case Source.riskScorer: try applyScore(event, db)
        default: break
        }
    }

    func reset(_ source: String, in db: Database) throws {
        switch source {
        case Source.ingestion: try DocumentRows.deleteAll(db)
        case Source.entityRegistry:
            try DocumentReadingRows.deleteAll(db)
            try EntityRows.deleteAll(db)
            try MergeRows.deleteAll(db)
            try SuggestionRows.deleteAll(db)
            try ClaimRows.deleteAll(db)
        case Source.riskScorer:
            try ScoreRows.deleteAll(db)
            try HistoryRows.deleteAll(db)
            try AlertRows.deleteAll(db)
        default: break
        }
    }

    func heard(_ heartbeat: Heartbeat) {
        heartbeats.hear(heartbeat)
    }

    // MARK: - By source

    private func applyDocument(_ event: ReceivedEvent, _ db: Database) throws {
        switch event.type {
        case DocumentIngested.type:
            try DocumentRows.insert(event.decode(DocumentIngested.self), db)
        case DocumentRejected.type:
            try DocumentRows.insert(event.decode(DocumentRejected.self), db)
        case DocumentSegment.type:
            try DocumentRows.insert(event.decode(DocumentSegment.self), db)
        default: break
        }
    }

    private func applyEvidence(_ event: ReceivedEvent, _ db: Database) throws {
        switch event.type {
        case DocumentRead.type:
            try DocumentReadingRows.insert(event.decode(DocumentRead.self), db)
        case EntityRegistered.type:
            try EntityRows.insert(event.decode(EntityRegistered.self).entity, db)
        case EntityChanged.type:
            try EntityRows.insert(event.decode(EntityChanged.self).entity, db)
        case EntityMerged.type:
            try MergeRows.insert(event.decode(EntityMerged.self), db)
        case EntitySplit.type:
            try MergeRows.delete(event.decode(EntitySplit.self).id, db)
        case JudgementApplied.type:
            try JudgementRows.insert(event.decode(JudgementApplied.self).judgement, db)
        case ResolutionSuggested.type:
            try SuggestionRows.insert(event.decode(ResolutionSuggested.self), db)
        case ClaimAsserted.type:
            try ClaimRows.insert(event.decode(ClaimAsserted.self).claim, db)
        case ClaimChanged.type:
            try ClaimRows.insert(event.decode(ClaimChanged.self).claim, db)
        case ClaimRetracted.type:
            try ClaimRows.delete(event.decode(ClaimRetracted.self).id, db)
        default: break
        }
    }

    private func applyScore(_ event: ReceivedEvent, _ db: Database) throws {
        switch event.type {
        case ScoreChanged.type:
            let change = try event.decode(ScoreChanged.self)
            if let assessment = change.assessment {
                try ScoreRows.insert(assessment, db)
            } else {
                try ScoreRows.delete(change.subject, db)
            }
            try HistoryRows.insert(change, of: event, db)
        case AlertRaised.type:
            try AlertRows.insert(event.decode(AlertRaised.self), sequence: event.sequence, db)
        case AlertCleared.type: try AlertRows.clear(event.decode(AlertCleared.self), db)
        default: break
        }
    }
}

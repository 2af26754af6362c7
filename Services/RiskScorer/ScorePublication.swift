import Contracts
import Evidence
import Foundation
import GRDB
import Messaging
import Scoring

/// Stores scores and tells others of those that changed, with the alerts that this raises and
/// clears, in one transaction.
struct ScorePublication: Sendable {
    let log: SQLiteEventLog
    let alerts: AlertWatch

    func publish(
        _ rescored: [IncrementalScorer.Rescored],
        asOf: PartialDate,
        in db: Database
    ) throws {
        guard !rescored.isEmpty else { return }
        let rests = try ConsumerPositions.all(db).mapValues(\.sequence)
        var events: [EventDraft] = []
        for score in rescored {
            guard let message = try store(score, rests, db) else { continue }
            events.append(try draft(message, about: score.subject))
            let told = try alerts.take(
                score.assessment,
                of: score.subject,
                asOf: asOf,
                rests: rests,
                in: db
            )
            events += try told.map { try draft($0, about: score.subject) }
        }
        try log.append(events, in: db)
    }

    /// Ends the alerts of rules that the configuration has not any more.
    func clearAlertsWithoutRule(asOf: PartialDate, in db: Database) throws {
        let rests = try ConsumerPositions.all(db).mapValues(\.sequence)
        let cleared = try alerts.clearGone(asOf: asOf, rests: rests, in: db)
        try log.append(cleared.map { try draft($0, about: $0.subject) }, in: db)
    }

    /// Stores a score, and says what to tell of it; `nil` where it is as it was.
    private func store(
        _ score: IncrementalScorer.Rescored,
        _ rests: [String: Int64],
        _ db: Database
    ) throws -> ScoreChanged? {
        let before = try ScoreRows.record(of: score.subject, db)
        let after = try score.assessment.map { Data(try CanonicalJSON.encode($0)) }
        guard before != after else { return nil }
        if let after {
            try ScoreRows.set(after, of: score.subject, db)
        } else {
            try ScoreRows.delete(score.subject, db)
        }
        // A score that an earlier release stored may not be readable; then there is no change told.
        let old = before.flatMap { try? JSONDecoder().decode(Assessment.self, from: $0) }
        let isComparable = before == nil || old != nil
        return ScoreChanged(
            subject: score.subject,
            assessment: score.assessment,
            rests: rests,
            change: isComparable
                ? AssessmentChange(from: old, to: score.assessment) : nil
        )
    }

    private func draft(_ message: some Message, about subject: EntityID) throws -> EventDraft {
        EventDraft(
            type: type(of: message).type,
            subject: subject.rawValue,
            data: Data(try CanonicalJSON.encode(message))
        )
    }
}

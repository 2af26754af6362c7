import Contracts
import Evidence
import GRDB
import Gazetteer
import Messaging

/// Counting as one whom people judged to be one.
///
/// Documents are read without regard to judgements; what was read is kept beside what is
/// published, so that a merge that is undone leaves no trace.
extension RegistryHandler {
    /// Takes a judgement in, and tells it from this journal too: here it is kept for good.
    func take(_ message: JudgementRecorded, _ db: Database) throws {
        guard try JudgementRows.insert(message.judgement, db) else { return }
        let told = try EventDraft(
            JudgementApplied(judgement: message.judgement),
            about: message.judgement.id
        )
        try publish([told] + judge(source.current.catalogue, db), db)
    }

    /// Works out anew who is counted as whom.
    ///
    /// - Returns: What that changes, for entities first and for claims behind.
    func judge(_ catalogue: Catalogue, _ db: Database) throws -> [EventDraft] {
        let before = try JudgementRows.survivors(db)
        let judgements = try JudgementRows.all(db)
        let judged = Set(judgements.flatMap { [$0.left, $0.right].compactMap(\.self) })
        let registered = try EntityRows.registered(among: judged, db)
        let book = JudgementBook(
            judgements,
            isKnown: { registered.contains($0) || catalogue.entity($0) != nil },
            isCurated: { catalogue.entity($0) != nil }
        )
        try JudgementRows.markCurrent(catalogue.version, db)
        let ids = Set(before.keys).union(book.survivors.keys)
        let changed = ids.filter { before[$0] != book.survivors[$0] }.sorted()
        guard !changed.isEmpty else { return [] }
        try JudgementRows.replaceSurvivors(with: book.survivors, db)
        let survivors = Set(changed.compactMap { book.survivors[$0] })
        var events = try EntityRows.vouch(
            for: closure(of: survivors.compactMap(catalogue.entity), catalogue),
            db
        )
        for id in changed {
            if let survivor = book.survivors[id] {
                events.append(
                    try EventDraft(EntityMerged(id: id, into: survivor), about: id.rawValue)
                )
            } else if let former = before[id] {
                events.append(try EventDraft(EntitySplit(id: id, from: former), about: id.rawValue))
            }
        }
        for document in try EntityRows.documents(naming: changed, db) {
            events += try ClaimRows.rename(in: document, book.survivor(of:), db)
        }
        return events
    }
}

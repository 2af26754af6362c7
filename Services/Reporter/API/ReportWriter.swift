import Evidence
import Foundation
import GRDB
import Messaging
import Scoring
import Synchronization

/// Assembles reports and assessments: from the scores that are kept, or computed anew for another
/// date or weight profile.
final class ReportWriter: Sendable {
    let methodology: Methodology
    private let defaultProfile: String
    private let today: @Sendable () -> PartialDate
    /// The last report that was asked for, with what it was made from.
    private let last = Mutex<(key: Key, bytes: [UInt8])?>(nil)

    init(
        methodology: Methodology,
        profile: String,
        today: @escaping @Sendable () -> PartialDate = PartialDate.today
    ) {
        self.methodology = methodology
        defaultProfile = profile
        self.today = today
    }

    /// Which report is wanted; `nil` is as it is published.
    struct Wish: Hashable, Sendable {
        var asOf: PartialDate?
        var profile: String?
    }

    private struct Key: Hashable {
        var wish: Wish
        var edition: ReportEdition
        var positions: [String: StreamPosition]
    }

    // MARK: - Reports

    /// The canonical report.
    func report(_ wish: Wish, _ db: Database) throws -> [UInt8] {
        let edition = try edition(wish, db)
        let key = Key(wish: wish, edition: edition, positions: try ConsumerPositions.all(db))
        if let known = last.withLock({ $0 }), known.key == key { return known.bytes }
        let bytes = try assemble(edition, db).encoded()
        last.withLock { $0 = (key, bytes) }
        return bytes
    }

    /// One subject's assessment; `nil` where nothing is said of it.
    func assessment(_ subject: EntityID, _ wish: Wish, _ db: Database) throws -> Assessment? {
        let edition = try edition(wish, db)
        if try isKept(edition, db) { return try ReadModel.assessment(subject, db) }
        return engine(edition).assess(
            subject,
            in: try ReadModel.evidence(db),
            asOf: edition.asOf
        )
    }

    /// Under what a wish is fulfilled.
    func edition(_ wish: Wish, _ db: Database) throws -> ReportEdition {
        let kept = try ReadModel.edition(db)
        let edition = ReportEdition(
            methodology: kept?.methodology ?? methodology.version,
            profile: wish.profile ?? kept?.profile ?? defaultProfile,
            asOf: wish.asOf ?? kept?.asOf ?? today()
        )
        guard edition != kept else { return edition }
        return ReportEdition(
            methodology: methodology.version,
            profile: edition.profile,
            asOf: edition.asOf
        )
    }

    private func assemble(_ edition: ReportEdition, _ db: Database) throws -> CanonicalReport {
        guard try isKept(edition, db) else {
            return CanonicalReport(
                try ReadModel.evidence(db),
                engine: engine(edition),
                asOf: edition.asOf
            )
        }
        return CanonicalReport(
            methodology: edition.methodology,
            profile: edition.profile,
            asOf: edition.asOf,
            assessments: try ReadModel.assessments(db),
            claims: try ReadModel.allClaims(db)
        )
    }

    private func isKept(_ edition: ReportEdition, _ db: Database) throws -> Bool {
        try edition == ReadModel.edition(db)
    }

    private func engine(_ edition: ReportEdition) -> ScoringEngine {
        ScoringEngine(methodology: methodology, profile: edition.profile)
    }
}

extension PartialDate {
    /// The day in UTC.
    @Sendable static func today() -> PartialDate {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents([.year, .month, .day], from: Date())
        return PartialDate(year: parts.year ?? 1970, month: parts.month, day: parts.day)
    }
}

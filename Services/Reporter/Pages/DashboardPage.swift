import Evidence
import Foundation
import GRDB
import Messaging
import Scoring

/// The first page: the ranking, and the state of the system.
struct DashboardPage {
    /// How many governments are listed at the most; the API has all of them.
    static let rowsMax = 1000

    var ranked: [Line]
    var insufficient: [Line]
    var isEmpty: Bool
    var counts: Counts
    var edition: String
    var weightProfile: String
    var methodologyVersion: String
    var thresholdText: String
    var bands: [BandView]
    var pipeline: [PipelineView]
    var alerts: [AlertView]
    /// How many stand, and how many of them are listed.
    var alertsText: String

    /// A government in the ranking.
    struct Line {
        var rankText: String
        var subjectName: String
        var subjectHref: String
        var kindText: String
        var sovereignty: ScoreView
        var dependence: ScoreView
    }

    struct BandView {
        var bandName: String
        var bandFrom: String
    }

    struct Counts {
        var documents: String
        var reading: String
        var rejected: String
        var claims: String
        var entities: String
        var deadLetters: String
        var hasDeadLetters: Bool
    }
}

extension DashboardPage {
    /// What the page is made from, read in one transaction.
    struct Material: Sendable {
        var subjects: [SubjectItem]
        var edition: ReportEdition
        var documents: [String: Int]
        var claims: Int
        var entities: Int
        var positions: PositionsAnswer
        var alerts: [AlertItem]
        var alertCount: Int

        static func read(
            _ writer: ReportWriter,
            _ heartbeats: HeardHeartbeats,
            _ db: Database
        ) throws -> Material {
            var parameters = ListParameters<SubjectList>()
            parameters.limit = DashboardPage.rowsMax
            let states = try Row.fetchAll(
                db,
                sql: """
                    SELECT CASE WHEN state = 'accepted' AND documentReading.document IS NOT NULL
                        THEN 'read' ELSE state END AS current, count(*) AS n
                    FROM \(DocumentList.tables) GROUP BY current
                    """
            )
            return Material(
                subjects: try SubjectList.page(parameters, db).items,
                edition: try writer.edition(.init(), db),
                documents: Dictionary(
                    states.map { ($0["current"], $0["n"]) },
                    uniquingKeysWith: { $1 }
                ),
                claims: try Int.fetchOne(db, sql: "SELECT count(*) FROM claim") ?? 0,
                entities: try Int.fetchOne(db, sql: "SELECT count(*) FROM entity") ?? 0,
                positions: try PositionsAnswer.read(heartbeats, db),
                alerts: try AlertList.open(limit: AlertView.listedMax, db),
                alertCount: try AlertList.openCount(db)
            )
        }
    }

    init(_ material: Material, methodology: Methodology, now: Date) {
        let lines = material.subjects.map { ($0, Line($0, bands: methodology.bands)) }
        ranked = lines.filter { $0.0.rank != nil }.map(\.1)
        insufficient = lines.filter { $0.0.rank == nil }.map(\.1)
        isEmpty = lines.isEmpty
        counts = Counts(material)
        edition = material.edition.asOf.description
        weightProfile =
            methodology.profiles[material.edition.profile]?.title
            ?? material.edition.profile
        methodologyVersion = material.edition.methodology
        thresholdText = Figure.percent(methodology.rankingCoverage)
        bands = methodology.bands.sorted { $0.from < $1.from }.map {
            BandView(bandName: $0.name, bandFrom: Figure.oneDecimal($0.from))
        }
        alerts = material.alerts.map { AlertView($0) }
        alertsText =
            material.alertCount > alerts.count
            ? "\(Figure.grouped(material.alertCount)) alerts stand; the latest \(alerts.count) are listed."
            : ""
        pipeline = Source.all.map { PipelineView($0, material.positions, now: now) }
    }
}

extension DashboardPage.Line {
    init(_ subject: SubjectItem, bands: [Methodology.Band]) {
        rankText = subject.rank.map(String.init) ?? "–"
        subjectName = subject.name
        subjectHref = Links.subject(EntityID(subject.id))
        kindText = subject.kind.map(Wording.words) ?? "kind unknown"
        sovereignty = ScoreView(.init(subject.dataSovereignty), bands: bands)
        dependence = ScoreView(.init(subject.lockIn), bands: bands)
    }
}

extension DashboardPage.Counts {
    init(_ material: DashboardPage.Material) {
        documents = Figure.grouped(material.documents["read", default: 0])
        reading = Figure.grouped(material.documents["accepted", default: 0])
        rejected = Figure.grouped(material.documents["rejected", default: 0])
        claims = Figure.grouped(material.claims)
        entities = Figure.grouped(material.entities)
        deadLetters = Figure.grouped(material.positions.deadLetters)
        hasDeadLetters = material.positions.deadLetters > 0
    }
}

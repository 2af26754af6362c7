import Contracts
import Evidence
import Foundation
import GRDB
import Logging
import Messaging
import Scoring
import Storage
import TestSupport

@testable import RiskScorer

/// A scorer with a store of its own, fed with the registry's events, without sockets.
final class ScorerUnderTest {
    let handler: ScorerHandler
    private let folder: TemporaryFolder
    private let log: SQLiteEventLog
    private let applier: EventApplier
    private var read: Int64
    private var told: Int64 = 0

    /// Starts a scorer; in the folder of another one, as that one after a crash.
    init(
        after other: ScorerUnderTest? = nil,
        alerts: [AlertRule] = [],
        methodology: Methodology? = nil,
        asOf: String = "2026-01-01"
    ) throws {
        folder = try other?.folder ?? TemporaryFolder()
        read = other?.read ?? 0
        told = other?.told ?? 0
        let pool = try DatabasePool(path: folder.file("scorer.sqlite").path)
        log = try SQLiteEventLog(source: "risk-scorer", in: pool)
        handler = try ScorerHandler(
            pool,
            log: log,
            lock: nil,
            engine: ScoringEngine(methodology: try methodology ?? .bundled()),
            alerts: AlertRules(alerts),
            calendar: ScoringCalendar(asOf)
        )
        applier = EventApplier(
            pool: pool,
            handler: handler,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
    }

    /// Applies messages of the registry as one batch.
    func feed(_ messages: any Message...) throws {
        try applier.commit(
            messages.map { message in
                read += 1
                let data = String(decoding: try message.encoded(), as: UTF8.self)
                let event = """
                    {"id":"\(read)","source":"/mooring/entity-registry","type":"",\
                    "time":"","data":\(data)}
                    """
                var received = ReceivedEvent(
                    source: "entity-registry",
                    type: type(of: message).type,
                    subject: "",
                    epoch: "e",
                    sequence: read,
                    bytes: Data(event.utf8)
                )
                received.position = StreamPosition(epoch: "e", sequence: read, chain: Data())
                return .apply(received)
            }
        )
    }

    /// Does all work in the background.
    func work() async throws {
        while try await handler.rescoreSome() > 0 {}
    }

    /// How far the heartbeat tells that everything is published.
    func toldPosition() throws -> Int64 {
        try log.standing().positions["entity-registry"]?.sequence ?? 0
    }

    /// What was published since this was asked last.
    func published() throws -> [Published] {
        let events = try log.read(after: told, limit: .max, byteLimit: .max)
        told = events.last?.sequence ?? told
        return try events.map { event in
            switch event.type {
            case ScoreChanged.type: .score(try Self.decode(event))
            case AlertRaised.type: .raised(try Self.decode(event))
            default: .cleared(try Self.decode(event))
            }
        }
    }

    /// An event of the scorer.
    enum Published {
        case score(ScoreChanged)
        case raised(AlertRaised)
        case cleared(AlertCleared)
    }

    private static func decode<M: Message>(_ event: JournalledEvent) throws -> M {
        try JSONDecoder().decode(CloudEvent<M>.self, from: event.bytes).data
    }
}

extension [ScorerUnderTest.Published] {
    var scores: [ScoreChanged] {
        compactMap { if case .score(let message) = $0 { message } else { nil } }
    }

    var raised: [AlertRaised] {
        compactMap { if case .raised(let message) = $0 { message } else { nil } }
    }

    var cleared: [AlertCleared] {
        compactMap { if case .cleared(let message) = $0 { message } else { nil } }
    }
}

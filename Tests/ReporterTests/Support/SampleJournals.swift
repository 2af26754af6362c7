import Contracts
import Evidence
import Foundation
import GRDB
import Messaging
import Scoring
import TestSupport

/// The journals of the three services, as they would tell of a sample.
struct SampleJournals {
    var ingestion: [ReceivedEvent]
    var registry: [ReceivedEvent]
    var scorer: [ReceivedEvent]

    /// The journals of a world, with what the registry tells after that.
    init(_ world: SampleWorld, registryAlso more: [any Message] = []) throws {
        let folder = try TemporaryFolder()
        ingestion = try Self.journal("ingestion", Self.ingestion(world), in: folder)
        registry = try Self.journal("entity-registry", Self.registry(world) + more, in: folder)
        scorer = try Self.journal(
            "risk-scorer",
            Self.scorer(world),
            in: folder
        )
    }

    /// A scorer's journal of its own making.
    static func scorer(_ messages: [any Message]) throws -> [ReceivedEvent] {
        try journal("risk-scorer", messages, in: TemporaryFolder())
    }

    var all: [ReceivedEvent] { ingestion + registry + scorer }

    /// All events in a random interleaving that keeps the order of each source.
    func shuffled(_ generator: inout some RandomNumberGenerator) -> [ReceivedEvent] {
        var queues = [ingestion[...], registry[...], scorer[...]]
        var order: [ReceivedEvent] = []
        while let source = queues.indices.filter({ !queues[$0].isEmpty })
            .randomElement(using: &generator)
        {
            order.append(queues[source].removeFirst())
        }
        return order
    }

    // MARK: - What they tell

    private static func ingestion(_ world: SampleWorld) -> [any Message] {
        let accepted = world.documents.flatMap { document -> [any Message] in
            let scalars = Array(document.text.unicodeScalars)
            let halves = [scalars.prefix(scalars.count / 2), scalars.dropFirst(scalars.count / 2)]
            let ingested = DocumentIngested(
                id: document.id,
                origin: "sample-\(document.number).txt",
                title: document.title,
                mediaType: "text/plain",
                language: "en",
                grade: document.grade,
                segments: halves.count,
                scalars: scalars.count
            )
            return [ingested]
                + halves.enumerated().map { index, half in
                    var text = String.UnicodeScalarView()
                    text.append(contentsOf: half)
                    return DocumentSegment(
                        document: document.id,
                        index: index,
                        text: String(text)
                    )
                }
        }
        let rejected = DocumentRejected(
            id: DocumentID(rawValue: String(repeating: "f", count: 64)),
            origin: "picture.png",
            reason: .notText,
            detail: "This is not text."
        )
        return accepted + [rejected]
    }

    private static func scorer(_ world: SampleWorld) throws -> [any Message] {
        let assessments = try world.assessments()
        let scores = assessments.map {
            ScoreChanged(
                subject: $0.subject,
                assessment: $0,
                rests: ["entity-registry": 9],
                change: AssessmentChange(from: nil, to: $0)
            )
        }
        let alerts = assessments.map { alert(of: $0) }
        return scores + alerts
    }

    /// An alert that a score is high.
    static func alert(of assessment: Assessment) -> AlertRaised {
        AlertRaised(
            id: "a-high-\(assessment.subject)-1",
            subject: assessment.subject,
            rule: "high",
            kind: .threshold,
            dimension: .dataSovereignty,
            value: assessment.dataSovereignty.evidenced,
            limit: 1,
            claims: Array(assessment.allClaims.sorted().prefix(1)),
            asOf: assessment.asOf,
            methodology: assessment.methodology,
            rests: ["entity-registry": 9]
        )
    }

    private static func registry(_ world: SampleWorld) -> [any Message] {
        var messages: [any Message] = world.entities.map { EntityRegistered(entity: $0) }
        var draft = world.claims[0]
        draft.rule = "draft@0"
        messages += [ClaimAsserted(claim: draft)]
        messages += world.claims.dropFirst().map { ClaimAsserted(claim: $0) }
        messages += [ClaimChanged(claim: world.claims[0])]
        let stray = world.documents[2].claim(
            about: "Nothing",
            .relation(Relation(kind: .controls, from: "xb", to: "vendor"))
        )
        messages += [
            ClaimAsserted(claim: stray),
            ClaimRetracted(id: stray.id, document: stray.quote.document, reason: .reread),
        ]
        messages += world.documents.map { document in
            DocumentRead(
                document: document.id,
                language: "en",
                reader: "1",
                gazetteer: "1",
                entities: [],
                claims: []
            )
        }
        return messages
    }

    private static func journal(
        _ source: String,
        _ messages: [any Message],
        in folder: TemporaryFolder
    ) throws -> [ReceivedEvent] {
        let pool = try DatabasePool(path: folder.file("\(source).sqlite").path)
        let log = try SQLiteEventLog(source: source, in: pool)
        let drafts = try messages.map { message in
            EventDraft(
                type: Swift.type(of: message).type,
                subject: "sample",
                data: try message.encoded()
            )
        }
        try pool.write { db in try log.append(drafts, in: db) }
        let epoch = try log.standing().epoch
        return try log.read(after: 0, limit: .max, byteLimit: .max).map { event in
            var received = ReceivedEvent(
                source: source,
                type: event.type,
                subject: event.subject,
                epoch: epoch,
                sequence: event.sequence,
                bytes: event.bytes
            )
            received.position = StreamPosition(
                epoch: epoch,
                sequence: event.sequence,
                chain: Data()
            )
            return received
        }
    }
}

import Contracts
import Foundation
import Messaging
import Scoring
import Testing

/// One message of the bus, whatever its Swift type.
struct Contract: Sendable, CustomTestStringConvertible {
    /// The name of the Swift type and of the folder.
    var name: String
    /// The topic.
    var type: String
    /// Finds the shape of the message.
    var shape: @Sendable () throws -> Shape
    /// Decodes a CloudEvent and encodes its message again, as its sender does.
    var reencode: @Sendable (Data) throws -> Data

    private init<M: Message>(
        _ message: M.Type,
        encode: @escaping @Sendable (M) throws -> Data = { try $0.encoded() }
    ) {
        name = "\(message)"
        type = message.type
        shape = { try ShapeReader.read(M.self).shape }
        reencode = { try encode(JSONDecoder().decode(CloudEvent<M>.self, from: $0).data) }
    }

    /// All there are.
    static let all = [
        Contract(AlertCleared.self) { Data(try CanonicalJSON.encode($0)) },
        Contract(AlertRaised.self) { Data(try CanonicalJSON.encode($0)) },
        Contract(ClaimAsserted.self),
        Contract(ClaimChanged.self),
        Contract(ClaimRetracted.self),
        Contract(DocumentIngested.self),
        Contract(DocumentRead.self),
        Contract(DocumentRejected.self),
        Contract(DocumentSegment.self),
        Contract(EntityChanged.self),
        Contract(EntityMerged.self),
        Contract(EntityRegistered.self),
        Contract(EntitySplit.self),
        Contract(JudgementApplied.self),
        Contract(JudgementRecorded.self),
        Contract(ResolutionSuggested.self),
        Contract(ScoreChanged.self) { Data(try CanonicalJSON.encode($0)) },
    ]

    var testDescription: String { name }
    var schema: String { "\(name)/schema.json" }
    var example: String { "\(name)/example.json" }
    var readme: String { "\(name)/README.md" }
}

import Foundation

/// What the reporter says of how far everything has been processed.
struct PipelinePositions: Decodable, Sendable {
    /// What the reporter itself has read, by source.
    var processed: [String: Position]
    /// What each source last said of itself.
    var sources: [String: Standing?]
    var deadLetters: Int

    struct Position: Decodable, Hashable, Sendable {
        var epoch: String
        var sequence: Int64
    }

    struct Standing: Decodable, Hashable, Sendable {
        var epoch: String
        var head: Int64
        var positions: [String: Position]
        var time: String
    }

    func standing(of source: String) -> Standing? {
        sources[source].flatMap(\.self)
    }
}

/// Knows when everything that some documents caused has reached the report.
///
/// Each service tells at one moment how far it has read the one before it and where its own
/// journal ends. So once the registry has read what ingestion wrote, all that this caused lies
/// before the end it tells; and so on down to the reporter. Dead letters count as read.
struct CompletionTracker {
    private let target: PipelinePositions.Position
    private var registryEnd: PipelinePositions.Position?
    private var scorerEnd: PipelinePositions.Position?

    enum Stage: String {
        case reading = "reading"
        case scoring = "scoring"
        case reporting = "reporting"
        case done = "done"
    }

    /// Waits for everything up to a position in ingestion's journal.
    init(ingestion target: PipelinePositions.Position) {
        self.target = target
    }

    mutating func update(_ positions: PipelinePositions) -> Stage {
        if registryEnd == nil {
            registryEnd = end(of: "entity-registry", past: target, of: "ingestion", positions)
        }
        guard let registryEnd else { return .reading }
        if scorerEnd == nil {
            scorerEnd = end(of: "risk-scorer", past: registryEnd, of: "entity-registry", positions)
        }
        guard let scorerEnd else { return .scoring }
        let needed = [
            "ingestion": target, "entity-registry": registryEnd, "risk-scorer": scorerEnd,
        ]
        let isDone = needed.allSatisfy { source, position in
            Self.reaches(positions.processed[source], position)
        }
        return isDone ? .done : .reporting
    }

    /// Where a service's journal ended when it had read another's up to a position.
    private func end(
        of service: String,
        past position: PipelinePositions.Position,
        of source: String,
        _ positions: PipelinePositions
    ) -> PipelinePositions.Position? {
        guard
            let standing = positions.standing(of: service),
            Self.reaches(standing.positions[source], position)
        else { return nil }
        return PipelinePositions.Position(epoch: standing.epoch, sequence: standing.head)
    }

    private static func reaches(
        _ position: PipelinePositions.Position?,
        _ target: PipelinePositions.Position
    ) -> Bool {
        if target.sequence == 0 { return true }
        guard let position else { return false }
        return position.epoch == target.epoch && position.sequence >= target.sequence
    }
}

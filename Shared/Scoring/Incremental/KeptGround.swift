import Evidence
import Synchronization

/// What assessments have in common, kept from one to the next; what a change bears on is found anew.
///
/// Copies of a scorer share it while they know the same; one that learns of a change takes another.
final class KeptGround: Sendable {
    private let engine: ScoringEngine
    private let asOf: PartialDate
    private let keys: EvidenceKeys
    private let keptMax: Int
    private let kept = Mutex<CommonGround?>(nil)

    init(_ engine: ScoringEngine, asOf: PartialDate, keys: EvidenceKeys, keptMax: Int) {
        self.engine = engine
        self.keys = keys
        self.keptMax = keptMax
        self.asOf = asOf
    }

    /// Takes note that what is found under some keys has changed.
    func change(_ keys: [EvidenceKey]) {
        kept.withLock { kept in
            for key in keys { kept?.evidence.change(key) }
        }
    }

    /// Assesses a government; also returns the numbers of everything that was looked up, in order.
    func assess(
        _ subject: EntityID,
        in evidence: EvidenceBase
    ) -> (assessment: Assessment?, lookUps: [Int32]) {
        kept.withLock { kept in
            let ground =
                kept
                ?? CommonGround(
                    engine,
                    asOf: asOf,
                    evidence: EvidenceView(recording: keys),
                    keptMax: keptMax
                )
            kept = ground
            let found = ground.evidence.looking(at: evidence) {
                engine.assess(subject, on: ground)
            }
            return (found.value, found.lookUps)
        }
    }
}

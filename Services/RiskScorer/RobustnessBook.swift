import Dispatch
import Evidence
import Scoring
import Synchronization

/// Computes how far ranks can be relied on, apart from the scores and once for each state of them.
///
/// It takes seconds, so it is done when somebody asks, one state at a time, away from the threads that
/// answer requests.
final class RobustnessBook: Sendable {
    private let queue = DispatchQueue(label: "robustness", qos: .utility)
    private let known = Mutex<(changeCount: Int, report: RobustnessReport)?>(nil)

    /// What a scorer knows, without what it keeps to be fast: that stays the scorer's own.
    struct State: Sendable {
        let evidence: EvidenceBase
        let engine: ScoringEngine
        let asOf: PartialDate
        let changeCount: Int

        init(_ scorer: IncrementalScorer) {
            evidence = scorer.evidence
            engine = scorer.engine
            asOf = scorer.asOf
            changeCount = scorer.changeCount
        }
    }

    /// The report on a state.
    func report(on state: State) async -> RobustnessReport {
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: self.find(state)) }
        }
    }

    private func find(_ state: State) -> RobustnessReport {
        if let known = known.withLock(\.self), known.changeCount == state.changeCount {
            return known.report
        }
        let report = RobustnessReport(of: state.evidence, engine: state.engine, asOf: state.asOf)
        known.withLock { $0 = (state.changeCount, report) }
        return report
    }
}

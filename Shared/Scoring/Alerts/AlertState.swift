/// Where one rule stands for one government: a state machine without a clock.
///
/// A rule that holds is raised once, and cleared once when it no longer holds by its margin, so
/// that a score that wavers around a threshold raises one alert.
package struct AlertState: Codable, Hashable, Sendable {
    package private(set) var isRaised = false
    /// The score that a jump is measured from.
    package private(set) var reference: Double?
    /// How many assessments the score has stayed calm for since a jump.
    package private(set) var calm = 0

    package init() {}

    /// Takes the next assessment.
    ///
    /// - Returns: What changed; `nil` where nothing did.
    package mutating func take(_ assessment: Assessment, under rule: AlertRule) -> AlertChange? {
        switch rule.condition {
        case .threshold(let dimension, let raise, let clear):
            let score = assessment.score(dimension).evidenced
            return move(holds: score >= raise, isOver: score < min(clear, raise))
        case .jump(let dimension, let points, let calm):
            return jump(assessment.score(dimension).evidenced, points, calm)
        case .floor(let dimension, let level):
            let floor = assessment.score(dimension).floor?.lo ?? 0
            return move(holds: floor >= level, isOver: floor < level)
        case .foreignControl(let functions):
            let holds = assessment.dataSovereignty.cells.contains {
                $0.factor == .d1 && functions.contains($0.function) && ($0.level ?? 0) >= 3
            }
            return move(holds: holds, isOver: !holds)
        }
    }

    private mutating func move(holds: Bool, isOver: Bool) -> AlertChange? {
        if !isRaised, holds {
            isRaised = true
            return .raised
        }
        if isRaised, isOver {
            isRaised = false
            return .cleared
        }
        return nil
    }

    private mutating func jump(_ score: Double, _ points: Double, _ needed: Int) -> AlertChange? {
        guard let base = reference else {
            reference = score
            return nil
        }
        if score - base >= points {
            reference = score
            calm = 0
            return move(holds: true, isOver: false)
        }
        if !isRaised {
            reference = min(base, score)
            return nil
        }
        reference = min(base, score)
        calm += 1
        return move(holds: false, isOver: calm >= needed)
    }
}

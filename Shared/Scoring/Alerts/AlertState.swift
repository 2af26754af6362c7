package import Evidence

/// Where one rule stands for one government: a state machine without a clock.
///
/// A rule that holds is raised once, and cleared once when it has not held by its margin for as
/// many assessments in a row as the rule wants, so that a score that wavers around a threshold
/// raises one alert. What holds from the start is no news: a rule with a baseline raises nothing for it.
package struct AlertState: Codable, Hashable, Sendable {
    package private(set) var isRaised = false
    /// The score that a jump is measured from.
    package private(set) var reference: Double?
    /// For how many assessments in a row the rule has not held since it was raised.
    package private(set) var calm = 0
    /// How often the rule was raised.
    package private(set) var raisedCount = 0
    /// How many assessments of the baseline have been taken; `nil` where none was asked for.
    package private(set) var baseline: Int?
    /// Whether the rule held at the end of the baseline and has not been over since.
    package private(set) var isUsual: Bool?

    package init() {}

    /// Whether it is as it was before anything was assessed.
    package var isInitial: Bool { self == AlertState() }

    /// Takes the next assessment; `nil` where nothing is said of the government any more.
    ///
    /// - Returns: What changed; `nil` where nothing did.
    package mutating func take(_ assessment: Assessment?, under rule: AlertRule) -> AlertChange? {
        guard let assessment else {
            reference = nil
            return clear()
        }
        let value = rule.value(in: assessment)
        if rule.baseline > 0, isWithinBaseline(value, rule, assessment) { return nil }
        switch rule.condition {
        case .threshold(_, let raise, let clear):
            return move(holds: value >= raise, isOver: value < min(clear, raise), rule)
        case .jump(_, let points): return jump(value, points, rule, assessment)
        case .floor, .foreignControl:
            return move(holds: value >= rule.limit, isOver: value < rule.limit, rule)
        }
    }

    /// Learns what is usual; a government that is not ranked is too little known for that to end.
    private mutating func isWithinBaseline(
        _ value: Double,
        _ rule: AlertRule,
        _ assessment: Assessment
    ) -> Bool {
        let taken = baseline ?? 0
        guard taken < rule.baseline, !isRaised else { return false }
        if assessment.isRanked { baseline = taken + 1 }
        if case .jump = rule.condition {
            reference = value
        } else {
            isUsual = value >= rule.limit ? true : nil
        }
        return true
    }

    /// Ends what is raised, because the rule is gone.
    package mutating func clear() -> AlertChange? {
        calm = 0
        guard isRaised else { return nil }
        isRaised = false
        return .cleared
    }

    private mutating func move(holds: Bool, isOver: Bool, _ rule: AlertRule) -> AlertChange? {
        guard isRaised else {
            if isUsual == true {
                if isOver { isUsual = nil }
                return nil
            }
            guard holds else { return nil }
            isRaised = true
            raisedCount += 1
            calm = 0
            return .raised
        }
        calm = isOver ? calm + 1 : 0
        return calm >= rule.calm ? clear() : nil
    }

    /// A score that is not ranked rests on too little to measure a jump from.
    private mutating func jump(
        _ score: Double,
        _ points: Double,
        _ rule: AlertRule,
        _ assessment: Assessment
    ) -> AlertChange? {
        guard let base = reference else {
            if assessment.isRanked { reference = score }
            return nil
        }
        let isJump = score - base >= points
        reference = isJump ? score : min(base, score)
        return move(holds: isJump, isOver: !isJump, rule)
    }
}

extension AlertRule {
    /// What the rule looks at: a score, a floor's level, or the worst level of D1 in its functions.
    package func value(in assessment: Assessment) -> Double {
        switch condition {
        case .threshold(let dimension, _, _), .jump(let dimension, _):
            return assessment.score(dimension).evidenced
        case .floor(let dimension, _):
            return Double(assessment.score(dimension).floor?.lo ?? 0)
        case .foreignControl(let functions):
            let levels = assessment.dataSovereignty.cells.filter {
                $0.factor == .d1 && functions.contains($0.function)
            }
            return Double(levels.compactMap(\.level).max() ?? 0)
        }
    }

    /// The claims that what it looks at rests on, in order; of a score those of its parts.
    package func claims(in assessment: Assessment) -> [ClaimID] {
        let score = assessment.score(dimension)
        switch condition {
        case .floor: return Set((score.floor?.pins ?? []).flatMap(\.claims)).sorted()
        case .foreignControl(let functions):
            return Self.claims(of: score) { function, factor in
                factor == .d1 && function.map(functions.contains) == true
            }
        case .threshold, .jump: return Self.claims(of: score) { _, _ in true }
        }
    }

    private static func claims(
        of score: Score,
        where isMeant: (GovernmentFunction?, Factor) -> Bool
    ) -> [ClaimID] {
        var claims: Set<ClaimID> = []
        for contribution in score.contributions {
            for part in contribution.factors where isMeant(contribution.function, part.factor) {
                claims.formUnion(part.deployments.flatMap(\.claims))
            }
        }
        return claims.sorted()
    }
}

package import Evidence

/// What became different between two assessments of one government, and which claims moved it.
package struct AssessmentChange: Codable, Hashable, Sendable {
    /// What the assessments differ by; empty where nothing but their figures' last digits do.
    package var causes: [Cause]
    /// Those of the two scores that were there before or are now.
    package var scores: [OfScore]
    /// The claims that the scores rest on now and did not before, in order, cut at the limit.
    package var claimsGained: [ClaimID]
    /// The claims that they rested on before, in order, cut at the limit.
    package var claimsLost: [ClaimID]

    /// How many claims are listed at the most, and how many for one part.
    package static let claimsMax = 50
    package static let claimsOfPartMax = 8
    /// How many parts of a score are listed at the most; with the claims, so that a change stays
    /// below 32 KiB.
    package static let partsMax = 32

    /// Why two assessments differ.
    package enum Cause: String, Codable, Hashable, Sendable, CaseIterable {
        /// Claims came or went, or what is known of who owns whom is different.
        case evidence
        /// They judge at different dates.
        case date
        /// They were computed under different versions of the methodology.
        case methodology
        /// They were computed with different weights.
        case profile
    }

    /// One score, before and after.
    package struct OfScore: Codable, Hashable, Sendable {
        package var dimension: Dimension
        /// `nil` where there was no assessment.
        package var before: Ranking.Figures?
        /// `nil` where there is none any more.
        package var after: Ranking.Figures?
        /// What moved, by how much, greatest first; cut at the limit.
        package var parts: [Part]
    }

    /// The part of a score that comes from one factor in one function, before and after.
    package struct Part: Codable, Hashable, Sendable {
        /// `nil` for the factors of all deployments together.
        package var function: GovernmentFunction?
        package var factor: Factor
        /// In points of the score.
        package var before: Double
        package var after: Double
        /// The claims that moved it, in order: those that only one of the two rests on; where both
        /// rest on the same ones, these.
        package var claims: [ClaimID]
    }
}

extension AssessmentChange {
    /// Compares two assessments of one government; `nil` is none.
    package init(from before: Assessment?, to after: Assessment?) {
        let claimsBefore = before?.allClaims ?? []
        let claimsAfter = after?.allClaims ?? []
        claimsGained = Self.listed(claimsAfter.subtracting(claimsBefore))
        claimsLost = Self.listed(claimsBefore.subtracting(claimsAfter))
        scores = Dimension.allCases.map { dimension in
            OfScore(
                dimension: dimension,
                before: before.map { Ranking.Figures($0.score(dimension)) },
                after: after.map { Ranking.Figures($0.score(dimension)) },
                parts: Self.parts(
                    ScoreParts(before?.score(dimension)),
                    ScoreParts(after?.score(dimension))
                )
            )
        }
        causes = []
        if before?.methodology != after?.methodology, before != nil, after != nil {
            causes.append(.methodology)
        }
        if before?.profile != after?.profile, before != nil, after != nil {
            causes.append(.profile)
        }
        if before?.asOf != after?.asOf, before != nil, after != nil { causes.append(.date) }
        let isOtherwiseEqual = causes.isEmpty && before != after
        if claimsBefore != claimsAfter || isOtherwiseEqual { causes.insert(.evidence, at: 0) }
    }

    /// Whether the scores are the same and rest on the same claims: only the date has moved on.
    package var isOfDateOnly: Bool {
        causes == [.date] && claimsGained.isEmpty && claimsLost.isEmpty
            && scores.allSatisfy { $0.parts.isEmpty && $0.before == $0.after }
    }

    /// The claims that moved a score, in order.
    package var movingClaims: [ClaimID] {
        Self.listed(Set(scores.flatMap(\.parts).flatMap(\.claims)))
    }

    private static func listed(_ claims: Set<ClaimID>, max: Int = claimsMax) -> [ClaimID] {
        Array(claims.sorted().prefix(max))
    }

    private static func parts(_ before: ScoreParts, _ after: ScoreParts) -> [Part] {
        let keys = Set(before.points.keys).union(after.points.keys)
        let moved = keys.compactMap { key -> Part? in
            let (old, new) = (before.points[key] ?? 0, after.points[key] ?? 0)
            guard abs(new - old) > tolerance else { return nil }
            let (gone, come) = (before.claims[key] ?? [], after.claims[key] ?? [])
            let changed = gone.symmetricDifference(come)
            return Part(
                function: key.function,
                factor: key.factor,
                before: old,
                after: new,
                claims: listed(changed.isEmpty ? come : changed, max: claimsOfPartMax)
            )
        }
        return Array(moved.sorted(by: precedes).prefix(partsMax))
    }

    /// Stored scores have six decimals.
    private static let tolerance = 2e-6

    private static func precedes(_ left: Part, _ right: Part) -> Bool {
        func key(_ part: Part) -> (Int, Int, Int) {
            let size = Int((abs(part.after - part.before) * 1e4).rounded())
            return (-size, part.function?.index ?? -1, part.factor.index)
        }
        return key(left) < key(right)
    }
}

/// A score's points and claims by function and factor.
private struct ScoreParts {
    var points: [Key: Double] = [:]
    var claims: [Key: Set<ClaimID>] = [:]

    struct Key: Hashable {
        var function: GovernmentFunction?
        var factor: Factor
    }

    init(_ score: Score?) {
        guard let score else { return }
        for contribution in score.contributions {
            for part in contribution.factors {
                let key = Key(function: contribution.function, factor: part.factor)
                points[key, default: 0] += part.points
                claims[key, default: []].formUnion(part.deployments.flatMap(\.claims))
            }
        }
        for set in score.sets {
            claims[Key(function: nil, factor: set.factor), default: []].formUnion(set.claims)
        }
    }
}

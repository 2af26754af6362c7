package import Evidence
import Foundation
import Synchronization

/// Computes assessments under one methodology and one weight profile.
///
/// Assessing is a pure function of the set of claims and entities and of the date.
package struct ScoringEngine: Sendable {
    package let methodology: Methodology
    /// The weight profile's name.
    package let profile: String
    /// A rule that a test breaks on purpose; `nil` in the product.
    package let mutation: Mutation?
    /// Those of the profile.
    package let weights: Weights
    /// The profiles that weigh the official objectives, in the order of their names.
    let officialWeights: [(profile: String, weights: Weights)]

    /// Takes a methodology and the name of one of its weight profiles.
    ///
    /// A profile that the methodology does not have is `prior`.
    package init(
        methodology: Methodology,
        profile: String = "prior",
        mutation: Mutation? = nil
    ) {
        self.methodology = methodology
        self.profile = methodology.profiles[profile] == nil ? "prior" : profile
        self.mutation = mutation
        weights = Weights(methodology, profile: self.profile)
        officialWeights = methodology.profiles.filter { $0.value.objectives != nil }.keys.sorted()
            .map { ($0, Weights(methodology, profile: $0)) }
    }

    /// Assesses one government.
    ///
    /// - Parameters:
    ///   - subject: A country, a territory or a public body.
    ///   - evidence: Everything that is known.
    ///   - asOf: The date to judge at; what was published or happened after it does not count.
    /// - Returns: `nil` where the subject is not a known government, or nothing is said of it.
    package func assess(
        _ subject: EntityID,
        in evidence: EvidenceBase,
        asOf: PartialDate
    ) -> Assessment? {
        assess(subject, on: CommonGround(self, asOf: asOf, evidence: EvidenceView(evidence)))
    }

    /// Assesses one government, with what others have found already.
    func assess(_ subject: EntityID, on ground: CommonGround) -> Assessment? {
        guard let around = Surroundings(subject, on: ground) else { return nil }
        let inventory = Inventory(around)
        guard !inventory.isEmpty else { return nil }
        return AssessmentAssembly(engine: self, around: around, inventory: inventory).assessment()
    }
}

// MARK: - Many governments

extension ScoringEngine {
    /// Assesses many governments on all cores.
    ///
    /// - Parameters:
    ///   - subjects: Countries, territories and public bodies.
    ///   - evidence: Everything that is known.
    ///   - asOf: The date to judge at.
    ///   - transform: What is kept of each assessment.
    /// - Returns: What is kept, in the order of the subjects; those without an assessment are absent.
    package func assess<Kept: Sendable>(
        _ subjects: [EntityID],
        in evidence: EvidenceBase,
        asOf: PartialDate,
        _ transform: @escaping @Sendable (Assessment) -> Kept
    ) async -> [Kept] {
        let cores = ProcessInfo.processInfo.activeProcessorCount
        let parts = Self.parts(of: subjects, in: evidence)
        let turns = Turns()
        return await withTaskGroup(of: [(Int, Kept)].self) { group in
            for _ in 0..<cores {
                group.addTask {
                    let ground = CommonGround(self, asOf: asOf, evidence: EvidenceView(evidence))
                    var kept: [(Int, Kept)] = []
                    while let part = turns.next(before: parts.count) {
                        for index in parts[part] {
                            guard let found = assess(subjects[index], on: ground) else { continue }
                            kept.append((index, transform(found)))
                        }
                        ground.forgetBooks()
                    }
                    return kept
                }
            }
            return await group.reduce(into: []) { $0 += $1 }.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    /// Parts the subjects by country, so that what has been found out for a city serves its country;
    /// the largest part is first.
    private static func parts(of subjects: [EntityID], in evidence: EvidenceBase) -> [[Int]] {
        var byRoot: [EntityID: [Int]] = [:]
        for (index, subject) in subjects.enumerated() {
            byRoot[evidence.ancestors(of: subject).last ?? subject, default: []].append(index)
        }
        return byRoot.values.sorted { ($0.count, $1[0]) > ($1.count, $0[0]) }
    }
}

/// Whose turn it is, for several that take numbers from it.
private final class Turns: Sendable {
    private let taken = Mutex(0)

    /// The next number from 0, or `nil` once there are none below a limit.
    func next(before limit: Int) -> Int? {
        taken.withLock { taken in
            guard taken < limit else { return nil }
            defer { taken += 1 }
            return taken
        }
    }
}

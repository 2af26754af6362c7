import Evidence
import Foundation

/// What each piece of evidence counts for what a line tells, and for whom it is about.
package struct TopicWeights: Sendable {
    private let topics: EvidenceTable
    private let subjects: EvidenceTable
    private let none: Double
    /// The topics that there are weights for.
    private let known: [(column: Int, topic: Topic)]

    private static let unit = 1e6
    private static let subject = "subject"

    /// Reads lines of choice, evidence and weight, parted by tabs.
    ///
    /// A choice is a topic or `subject`.
    ///
    /// - Throws: ``LexiconError`` for a line that is something else.
    package init(text: String) throws {
        let file = try EvidenceFile(text: text, file: "topic-weights", unit: Self.unit)
        let names = Topic.all.map(\.name)
        if let other = file.choices.first(where: { $0 != Self.subject && !names.contains($0) }) {
            throw LexiconError.malformed(file: "topic-weights", "\(other) is no choice")
        }
        topics = file.table(names)
        known = Topic.all.enumerated().filter { file.choices.contains($0.element.name) }
            .map { ($0.offset, $0.element) }
        subjects = file.table([Self.subject])
        let row = subjects.row(of: ("none" as EvidenceWord).key)
        none = row.map { [subjects] in Double(subjects.weight($0, 0)) / Self.unit } ?? 0
    }

    static func bundled() throws -> TopicWeights {
        try TopicWeights(text: EvidenceFile.bundled("topic-weights"))
    }

    func blank(isNamed: Bool) -> EvidenceSet { EvidenceSet(topics, isNamed: isNamed) }

    /// The probability that a line tells of each topic that there are weights for, 0…1.
    func probabilities(_ evidence: EvidenceSet) -> [(topic: Topic, chance: Double)] {
        let sums = topics.sums(evidence.rows)
        return known.map { column, topic in
            (topic, 1 / (1 + exp(-Double(sums[column]) / Self.unit)))
        }
    }

    /// The probability that each candidate is whom a line's topic is about, 0…1.
    func probabilities(
        of topic: Topic,
        _ candidates: [EntityID: [SubjectEvidence]]
    ) -> [EntityID: Double] {
        let word = topic.word
        let sums = candidates.mapValues { evidence in
            var set = EvidenceSet(subjects)
            for one in evidence { one.add(to: &set, for: topic, called: word) }
            return Double(subjects.sum(set.rows, column: 0)) / Self.unit
        }
        return Odds.chances(sums, none: none)
    }
}

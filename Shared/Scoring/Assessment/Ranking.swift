package import Evidence

/// The assessed governments in the order of publication.
///
/// The order is: D evidenced, then L evidenced, both falling, then the id. Those that too little
/// is known about are listed apart, in the same order, and have no rank.
package struct Ranking: Codable, Hashable, Sendable {
    package var ranked: [Entry]
    package var insufficientEvidence: [Entry]

    package init(_ assessments: some Sequence<Assessment>) {
        let entries = assessments.map(Entry.init).sorted(by: Entry.precedes)
        ranked = entries.filter(\.isRanked)
        insufficientEvidence = entries.filter { !$0.isRanked }
    }

    /// One line of the ranking.
    package struct Entry: Codable, Hashable, Sendable {
        package var subject: EntityID
        package var isRanked: Bool
        package var dataSovereignty: Figures
        package var lockIn: Figures

        package init(_ assessment: Assessment) {
            subject = assessment.subject
            isRanked = assessment.isRanked
            dataSovereignty = Figures(assessment.dataSovereignty)
            lockIn = Figures(assessment.lockIn)
        }

        static func precedes(_ left: Entry, _ right: Entry) -> Bool {
            if left.dataSovereignty.evidenced != right.dataSovereignty.evidenced {
                return left.dataSovereignty.evidenced > right.dataSovereignty.evidenced
            }
            if left.lockIn.evidenced != right.lockIn.evidenced {
                return left.lockIn.evidenced > right.lockIn.evidenced
            }
            return left.subject < right.subject
        }
    }

    /// A score without what it is made of.
    package struct Figures: Codable, Hashable, Sendable {
        package var evidenced: Double
        package var hi: Double
        package var coverage: Double
        package var intensity: Double?
        /// `E3`, `E3–E4`; `nil` where no deployment is large enough to set a floor.
        package var floor: String?

        package init(_ score: Score) {
            evidenced = score.evidenced
            hi = score.hi
            coverage = score.coverage
            intensity = score.intensity
            floor = score.floor?.label
        }
    }
}

package import Evidence
package import Scoring

/// A government's scores are different from now on, or it has none any more.
package struct ScoreChanged: Message {
    package static let type = "mooring.score.changed.v1"

    package var subject: EntityID
    /// `nil` where nothing is said of the subject any more.
    package var assessment: Assessment?
    /// The last event of each source that the scores rest on.
    package var rests: [String: Int64]

    /// What became different since the scores published before; `nil` where that was not told.
    package var change: AssessmentChange?

    package init(
        subject: EntityID,
        assessment: Assessment?,
        rests: [String: Int64],
        change: AssessmentChange? = nil
    ) {
        self.subject = subject
        self.assessment = assessment
        self.rests = rests
        self.change = change
    }
}

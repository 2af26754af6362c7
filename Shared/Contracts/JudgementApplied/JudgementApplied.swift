package import Evidence

/// The registry has taken a judgement in, and keeps it for good.
package struct JudgementApplied: Message {
    package static let type = "mooring.judgement.applied.v1"

    package var judgement: Judgement

    package init(judgement: Judgement) {
        self.judgement = judgement
    }
}

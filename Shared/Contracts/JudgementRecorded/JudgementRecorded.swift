package import Evidence

/// A person has decided who is who.
package struct JudgementRecorded: Message {
    package static let type = "mooring.judgement.recorded.v1"

    package var judgement: Judgement

    package init(judgement: Judgement) {
        self.judgement = judgement
    }
}

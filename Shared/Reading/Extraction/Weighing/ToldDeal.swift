import Evidence

/// A deal that the rules found, with whom it is for once the context has filled the gaps.
struct ToldDeal {
    var quote: Range<Int>
    var block: Int
    var recipients: [EntityID]
    var suppliers: [EntityID]
    var payers: [EntityID]

    init(_ draft: Draft, for recipients: [EntityID]) {
        quote = draft.quote
        block = draft.block
        self.recipients = recipients
        suppliers = (draft.suppliers + draft.operators).map(\.entity)
        payers = (draft.financiers + draft.donors).map(\.entity)
    }
}

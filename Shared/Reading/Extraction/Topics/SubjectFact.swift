/// What the evidence for whom a line's topic is about, and whom a deal is for, is called.
enum SubjectFact {
    static let line: EvidenceWord = "line"
    static let lineFirst: EvidenceWord = "line first"
    static let lineLast: EvidenceWord = "line last"
    static let lineOnly: EvidenceWord = "line only"
    static let firstOfKind: EvidenceWord = "line first of kind"
    static let lineStart: EvidenceWord = "line start"
    static let last: EvidenceWord = "last"
    static let lastFirst: EvidenceWord = "last first"
    static let after: EvidenceWord = "after"
    static let told: EvidenceWord = "told"
    static let implied: EvidenceWord = "implied"
    static let heading: EvidenceWord = "heading"
    static let title: EvidenceWord = "title"
    static let first: EvidenceWord = "first"
    static let foremost: EvidenceWord = "foremost"
    static let scope: EvidenceWord = "scope"
    static let loose: EvidenceWord = "loose"
    static let document: EvidenceWord = "document"
    static let page: EvidenceWord = "page"
    static let protagonist: EvidenceWord = "protagonist"
    static let notice: EvidenceWord = "notice"
    static let focus: EvidenceWord = "focus"
    static let echoed: EvidenceWord = "echoed"
    static let elsewhere: EvidenceWord = "elsewhere"
    /// What the header of its column says.
    static let head: EvidenceWord = "head "
    static let only: EvidenceWord = "only"
    static let toldBefore: EvidenceWord = "told before"
    static let toldAfter: EvidenceWord = "told after"
    static let supplierHome: EvidenceWord = "supplier home"
    static let lenderHome: EvidenceWord = "lender home"
    static let blockForemost: EvidenceWord = "block foremost"
    /// A word of its name that says what office it is.
    static let office = "office "

    /// How often its block names it.
    static let inBlock = (0...3).map { EvidenceWord("in block \($0)") }

    /// What its country is.
    static let homeLine: EvidenceWord = "at home line"
    static let homeFocus: EvidenceWord = "at home focus"
    static let homePage: EvidenceWord = "at home page"
    static let homeScope: EvidenceWord = "at home scope"
    static let homeHeading: EvidenceWord = "at home heading"
    static let homeSupplier: EvidenceWord = "at home supplier"

    /// Named one line before in the block, two and more; the same outside of it.
    static let block: [EvidenceWord] = ["block 1", "block 2", "block 3"]
    static let before: [EvidenceWord] = ["before 1", "before 2", "before 3"]

    /// Before or after the party of a deal: near it, further and far.
    static let left: [EvidenceWord] = ["line -1", "line -4", "line -9"]
    static let right: [EvidenceWord] = ["line +1", "line +4", "line +9"]

    static let deal = Deal("deal")
    static let dealOfBlock = Deal("deal of block")
    static let dealBefore = Deal("deal before")

    /// What counts for the country of whom it is said.
    static let homes = [line, lineFirst, last, deal.buyer, told]

    /// The parts in a deal.
    struct Deal: Sendable {
        let buyer: EvidenceWord
        let supplier: EvidenceWord
        let payer: EvidenceWord

        init(_ name: String) {
            buyer = EvidenceWord(name + " buyer")
            supplier = EvidenceWord(name + " supplier")
            payer = EvidenceWord(name + " payer")
        }
    }

    private static let name: EvidenceWord = "line name"
    private static let demonym: EvidenceWord = "line demonym"
    private static let metonym: EvidenceWord = "line metonym"
    private static let definite: EvidenceWord = "line definite"

    static func named(_ use: Mention.Use) -> EvidenceWord {
        switch use {
        case .name: name
        case .demonym: demonym
        case .metonym: metonym
        case .definite: definite
        }
    }
}

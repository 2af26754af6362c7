/// What the evidence for a tie between two parties is called.
enum TieFact {
    static let bias: EvidenceWord = "bias"
    static let nested: EvidenceWord = "nested"
    static let demonymFirst: EvidenceWord = "demonym first"
    static let demonymSecond: EvidenceWord = "demonym second"
    static let homeFirst: EvidenceWord = "home first"
    static let homeSecond: EvidenceWord = "home second"
    static let sameHome: EvidenceWord = "same home"
    static let withinFirst: EvidenceWord = "within first"
    static let withinSecond: EvidenceWord = "within second"

    /// How many names stand between, three or more alike.
    static let names = (0...3).map { EvidenceWord("names \($0)") }
    private static let near = (0...3).map { EvidenceWord("gap \($0)") }
    private static let few: EvidenceWord = "gap 6"
    private static let some: EvidenceWord = "gap 12"
    private static let many: EvidenceWord = "gap 40"

    /// How many words stand between.
    static func gap(_ words: Int) -> EvidenceWord {
        words <= 3 ? near[max(0, words)] : words <= 6 ? few : words <= 12 ? some : many
    }

    static let first = Part("first")
    static let second = Part("second")

    /// What one of the two parties does in the deals of the rules.
    struct Part: Sendable {
        let supplies: EvidenceWord
        let pays: EvidenceWord
        let buys: EvidenceWord
        let supplier: EvidenceWord
        let payer: EvidenceWord
        let buyer: EvidenceWord

        init(_ name: String) {
            supplies = EvidenceWord("supplies " + name)
            pays = EvidenceWord("pays " + name)
            buys = EvidenceWord("buys " + name)
            supplier = EvidenceWord("deal supplier " + name)
            payer = EvidenceWord("deal payer " + name)
            buyer = EvidenceWord("deal buyer " + name)
        }
    }
}

/// The words that end a company's legal name, and the abbreviations whose full stop ends nothing.
struct LegalForms: Sendable {
    static let standard = LegalForms()

    /// A bit for the last sixteen of each form's hash, so that most words need no look at the set.
    private let bits: [UInt64]
    private let forms: Set<Token.Word>
    private let abbreviations: Set<Token.Word>

    private init() {
        let forms = [
            "ab", "ag", "as", "asa", "bhd", "bv", "co", "company", "corp", "corporation", "eg",
            "gmbh", "inc", "incorporated", "jsc", "kg", "kgaa", "kk", "limited", "llc", "llp",
            "lp", "ltd", "ltda", "mbh", "nv", "oao", "ojsc", "ooo", "oy", "oyj", "pao", "pjsc",
            "plc", "pte", "pty", "pvt", "sa", "sarl", "sas", "sdn", "se", "spa", "srl", "ulc",
        ]
        let abbreviations = [
            "co", "corp", "inc", "ltd", "st", "dr", "mr", "mrs", "ms", "prof", "gen", "gov", "sen",
            "rep", "min", "dept", "univ", "bros", "intl", "mt", "ft", "pte", "pty", "pvt", "bhd",
            "sdn", "jr", "sr", "vs", "col", "capt", "lt", "sgt", "hon", "rev", "pres", "no",
        ]
        self.forms = Set(forms.map { Token.Word($0) })
        var bits = [UInt64](repeating: 0, count: 1 << 10)
        for form in self.forms {
            let bit = Int(form.hash & 0xFFFF)
            bits[bit >> 6] |= 1 << UInt64(bit & 63)
        }
        self.bits = bits
        self.abbreviations = Set(abbreviations.map { Token.Word($0) })
    }

    func contains(_ word: Token.Word) -> Bool {
        let bit = Int(word.hash & 0xFFFF)
        return bits[bit >> 6] & (1 << UInt64(bit & 63)) != 0 && forms.contains(word)
    }

    func isAbbreviation(_ word: Token.Word) -> Bool {
        abbreviations.contains(word)
    }
}

/// The words that end a company's legal name, and the abbreviations whose full stop ends nothing.
struct LegalForms: Sendable {
    static let standard = LegalForms()

    /// A bit for the last sixteen of each form's hash, so that most words need no look at the set.
    private let bits: [UInt64]
    private let forms: Set<Token.Word>
    private let abbreviations: Set<Token.Word>
    /// Abbreviated forms that stand at the end of a name.
    let endsNames: Set<String> = ["ltd", "inc", "corp", "llc", "plc", "bhd"]
    /// Forms that are written in lower case too.
    private let lower = Set(
        ["plc", "ltd", "gmbh", "inc", "llc", "sro", "doo", "spzoo"].map { Token.Word($0) }
    )

    private init() {
        let forms = [
            "ab", "ag", "aps", "as", "asa", "bhd", "bv", "co", "company", "corp", "corporation",
            "cjsc", "cv", "dd", "doo", "dmcc", "ead", "eg", "eirl", "eood", "fze", "fzco", "fzllc",
            "gmbh", "inc", "incorporated", "jsc", "kft", "kg", "kgaa", "kk", "ksc", "limitada",
            "limited", "llc", "llp", "lp", "ltd", "ltda", "mbh", "nv", "nyrt", "oao", "ohg",
            "ojsc", "ood", "ooo", "ou", "oy", "oyj", "pao", "pjsc", "plc", "pllc", "pte", "pty",
            "pvt", "qsc", "sa", "sac", "sal", "saog", "sapi", "sarl", "sas", "sau", "sdn", "se",
            "slu", "snc", "spa", "spzoo", "srl", "sro", "tbk", "too", "uab", "ulc", "wll", "zao",
            "zrt",
        ]
        let abbreviations = [
            "co", "corp", "inc", "ltd", "st", "dr", "mr", "mrs", "ms", "prof", "gen", "gov", "sen",
            "rep", "min", "dept", "univ", "bros", "intl", "mt", "ft", "pte", "pty", "pvt", "bhd",
            "sdn", "jr", "sr", "vs", "col", "capt", "lt", "sgt", "hon", "rev", "pres", "no", "sp",
            "spol",
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

    /// Whether a word is a legal form even in lower case.
    func isLower(_ word: Token.Word) -> Bool { lower.contains(word) }

    func isAbbreviation(_ word: Token.Word) -> Bool {
        abbreviations.contains(word)
    }
}

import Foundation

/// The words of amounts and dates, from `quantities.yaml`.
struct QuantityWords: Sendable, Decodable {
    /// Currency by ISO 4217 code: the forms that stand before and after a number.
    var currencies: [Currency]
    /// Codes of currencies that are English words too: only capitals make them codes.
    var everyday: [String]
    /// Currencies that share words.
    var shared: [SharedCurrencies.Row]
    /// Multipliers by word: `million: 1000000`.
    var scales: [String: Double]
    /// Words that make an amount approximate.
    var approximate: [String]
    /// Months by their English names and abbreviations, 1…12.
    var months: [String: Int]
    /// Small numbers written out.
    var numerals: [String: Double]

    struct Currency: Sendable, Decodable {
        var code: String
        /// Before the number.
        var before: [String]
        /// After the number and its multiplier.
        var after: [String]
    }
}

/// The same, ready for looking up by tokens.
struct QuantityLexicon: Sendable {
    let before: PhraseMap<String>
    let after: PhraseMap<String>
    let scales: [String: Double]
    let approximate: Set<String>
    let months: [String: Int]
    let numerals: [String: Double]
    let everyday: Set<String>
    /// The words that an amount, date or number begins with, besides those of digits.
    let starts: TextKeyIndex

    init(_ words: QuantityWords) {
        var before = PhraseMap<String>()
        var after = PhraseMap<String>()
        for (form, code) in Self.chineseNames() { after.insert(form, code) }
        for currency in words.currencies {
            for form in currency.before { before.insert(form, currency.code) }
            for form in currency.after { after.insert(form, currency.code) }
        }
        self.before = before
        self.after = after
        scales = words.scales
        approximate = Set(words.approximate)
        months = words.months
        numerals = words.numerals
        everyday = Set(words.everyday)
        var starts = before.starts
        for word in [Array(months.keys), Array(numerals.keys), QuantityReader.hanNumerals].joined()
        {
            starts.insert(TextKey(word))
        }
        self.starts = starts
    }

    /// What Chinese calls each currency, as Foundation knows it: 纳米比亚元.
    private static func chineseNames() -> [(form: String, code: String)] {
        let locale = Locale(identifier: "zh-Hans")
        return Locale.commonISOCurrencyCodes.sorted().compactMap { code in
            guard let name = locale.localizedString(forCurrencyCode: code), name != code,
                name.unicodeScalars.allSatisfy(ScalarClass.isHan)
            else { return nil }
            return (name, code)
        }
    }
}

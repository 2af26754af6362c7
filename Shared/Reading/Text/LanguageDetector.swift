/// Tells which language a text is mostly in.
package enum LanguageDetector {
    /// How much of a text's beginning is looked at, in Unicode scalars.
    private static let scalarsMax = 20_000
    /// The words that any English prose is full of.
    private static let englishWords: Set<String> = [
        "the", "of", "and", "to", "in", "is", "for", "that", "with", "by", "on", "was", "as",
    ]

    /// A BCP 47 tag: `zh` for Chinese, `ja` for Japanese, `ko` for Korean, `en` for English,
    /// `und` where it is none of these.
    package static func language(of text: String) -> String {
        var letters = 0
        var han = 0
        var kana = 0
        var hangul = 0
        let head = text.unicodeScalars.prefix(scalarsMax)
        for scalar in head where scalar.properties.isAlphabetic {
            letters += 1
            switch scalar.value {
            case 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: han += 1
            case 0x3040...0x30FF: kana += 1
            case 0xAC00...0xD7AF, 0x1100...0x11FF: hangul += 1
            default: break
            }
        }
        guard letters > 0 else { return "und" }
        // One Chinese character says about as much as three Latin letters.
        let other = (letters - han - kana - hangul) / 3
        if hangul > han + kana, hangul > other { return "ko" }
        if kana * 5 > han, kana + han > other { return "ja" }
        if han > other { return "zh" }
        return isEnglish(head) ? "en" : "und"
    }

    private static func isEnglish(_ head: some Sequence<Unicode.Scalar>) -> Bool {
        var words = 0
        var known = 0
        var word = ""
        for scalar in head {
            if scalar.properties.isAlphabetic {
                word.unicodeScalars.append(scalar)
                continue
            }
            guard !word.isEmpty else { continue }
            words += 1
            if englishWords.contains(word.lowercased()) { known += 1 }
            word = ""
        }
        return words == 0 || known * 20 >= words || words < 8
    }
}

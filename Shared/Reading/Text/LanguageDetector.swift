/// Tells a text's language from its script and its commonest words.
package enum LanguageDetector {
    /// How much of a text is looked at, in characters.
    private static let sampleMax = 20_000

    /// The language of a text: `en`, `zh-Hans`, `zh-Hant`, another of those known, or `und`.
    ///
    /// - Parameter text: The text; its beginning decides.
    /// - Returns: A BCP 47 tag.
    package static func language(of text: String) -> String {
        var counts = ScriptCounts()
        var words: [String: Int] = [:]
        var word = ""
        for scalar in text.unicodeScalars.prefix(sampleMax) {
            counts.add(scalar)
            if scalar.properties.isAlphabetic, scalar.value < 0x3000 {
                word.unicodeScalars.append(
                    contentsOf: scalar.properties.lowercaseMapping.unicodeScalars
                )
            } else if !word.isEmpty {
                words[word, default: 0] += 1
                word = ""
            }
        }
        if !word.isEmpty { words[word, default: 0] += 1 }
        return counts.language ?? latinLanguage(words)
    }

    /// Languages in Latin letters, by words that only they use much.
    private static let common: [(language: String, words: Set<String>)] = [
        (
            "en",
            ["the", "of", "and", "is", "was", "with", "that", "by", "from", "has", "its", "will"]
        ),
        (
            "fr",
            ["le", "les", "des", "et", "est", "une", "du", "dans", "pour", "avec", "sur", "par"]
        ),
        ("es", ["el", "los", "las", "y", "una", "para", "con", "del", "por", "como", "su", "más"]),
        ("pt", ["o", "os", "uma", "não", "para", "com", "do", "da", "pelo", "são", "ao", "e"]),
        (
            "de",
            ["der", "die", "das", "und", "ist", "nicht", "mit", "von", "dem", "ein", "für", "auf"]
        ),
        ("it", ["il", "gli", "una", "che", "di", "della", "con", "sono", "nel", "è", "lo", "dei"]),
        ("id", ["yang", "dan", "di", "dengan", "untuk", "dari", "pada", "ini", "itu", "akan"]),
        ("tr", ["ve", "bir", "bu", "için", "ile", "olarak", "daha", "çok", "gibi", "olan"]),
        ("nl", ["de", "het", "een", "van", "en", "niet", "voor", "met", "zijn", "aan", "dat"]),
        ("vi", ["và", "của", "là", "các", "được", "cho", "trong", "không", "với", "người"]),
    ]

    private static func latinLanguage(_ words: [String: Int]) -> String {
        let scores = common.map { entry in
            (entry.language, entry.words.reduce(0) { $0 + (words[$1] ?? 0) })
        }
        guard let best = scores.max(by: { $0.1 < $1.1 }), best.1 > 0 else { return "und" }
        return scores.first { $0.1 == best.1 }?.0 ?? "und"
    }
}

/// The syllables of Mandarin in Latin letters.
enum Pinyin {
    private static let initials = [
        "zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x",
        "r", "z", "c", "s", "y", "w", "",
    ]
    private static let finals = [
        "a", "o", "e", "i", "u", "v", "ai", "ei", "ui", "ao", "ou", "iu", "ie", "ue", "ve", "er",
        "an", "en", "in", "un", "ang", "eng", "ing", "ong", "ia", "ua", "uo", "iao", "ian",
        "uan", "uai", "iang", "uang", "iong",
    ]
    private static let syllables = Set(initials.flatMap { initial in finals.map { initial + $0 } })

    /// Whether a word can be read as one or two syllables: a given name.
    static func isName(_ word: String) -> Bool {
        guard word.utf8.count <= 12, word.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else {
            return false
        }
        if isSyllable(word[...]) { return word.utf8.count > 1 }
        return word.indices.dropFirst().contains {
            isSyllable(word[..<$0]) && isSyllable(word[$0...])
        }
    }

    private static func isSyllable(_ text: Substring) -> Bool {
        syllables.contains(String(text))
    }
}

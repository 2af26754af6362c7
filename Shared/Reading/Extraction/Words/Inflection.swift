/// Makes the regular forms of English words.
enum Inflection {
    /// The plural of a noun or, by the same rules, the third person of a verb.
    static func sForm(_ word: String) -> String {
        if word.hasSuffix("s") || word.hasSuffix("x") || word.hasSuffix("z") || word.hasSuffix("ch")
            || word.hasSuffix("sh")
        {
            return word + "es"
        }
        if word.hasSuffix("o"), word == "go" || word == "do" || word == "undergo" {
            return word + "es"
        }
        if word.hasSuffix("y"), !endsInVowel(word.dropLast()) { return word.dropLast() + "ies" }
        return word + "s"
    }

    static func past(_ word: String) -> String {
        if word.hasSuffix("e") { return word + "d" }
        if word.hasSuffix("y"), !endsInVowel(word.dropLast()) { return word.dropLast() + "ied" }
        return doubled(word) + "ed"
    }

    static func gerund(_ word: String) -> String {
        if word.hasSuffix("ie") { return word.dropLast(2) + "ying" }
        if word.hasSuffix("e"), !word.hasSuffix("ee"), !word.hasSuffix("ye") {
            return word.dropLast() + "ing"
        }
        return doubled(word) + "ing"
    }

    private static func endsInVowel(_ word: some StringProtocol) -> Bool {
        word.last.map { "aeiou".contains($0) } ?? false
    }

    /// With the last consonant doubled, as in "planned": after one short vowel, in one syllable,
    /// or where the ending is known to do so.
    private static func doubled(_ word: String) -> String {
        let letters = Array(word)
        guard let last = letters.last, letters.count >= 3, !"aeiouwxyhcqjk".contains(last) else {
            return word
        }
        let isVowel = { (letter: Character) in "aeiou".contains(letter) }
        guard isVowel(letters[letters.count - 2]), !isVowel(letters[letters.count - 3]) else {
            return word
        }
        let vowels = letters.filter(isVowel).count
        // "offered", "limited": the stress is on the first syllable.
        if word.hasSuffix("ffer") || word.hasSuffix("limit") { return word }
        let doubles = ["mit", "fer", "cel", "pel", "rol", "quip", "gram", "cur", "bat"]
        if vowels == 1 || doubles.contains(where: word.hasSuffix) { return word + String(last) }
        return word
    }

    /// A phrase with its last word made plural; `of` phrases with their first.
    static func plural(_ phrase: String) -> String {
        var words = phrase.split(separator: " ").map(String.init)
        let place = words.dropFirst().firstIndex(of: "of").map { $0 - 1 } ?? words.count - 1
        guard words.indices.contains(place) else { return phrase }
        words[place] = sForm(words[place])
        return words.joined(separator: " ")
    }
}

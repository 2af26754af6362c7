/// Looks words up in `english-parts.yaml`, whatever their form.
struct PartLexicon: Sendable {
    let words: PartWords

    /// Whether a word of a sentence is in a list: as it stands, as a verb's or a noun's base form.
    func has(_ item: Item, _ list: KeyPath<PartWords, Set<String>>) -> Bool {
        guard item.mention == nil, !item.text.isEmpty else { return false }
        let known = words[keyPath: list]
        if known.contains(item.text) { return true }
        if let lemma = item.entry?.verb?.lemma, known.contains(lemma) { return true }
        guard item.text.hasSuffix("s") else { return false }
        return known.contains(String(item.text.dropLast()))
            || item.text.hasSuffix("es") && known.contains(String(item.text.dropLast(2)))
    }
}

import Evidence
package import Gazetteer

/// Compares names of organizations, in English and Chinese.
///
/// Words are aligned; each pair and each word left over is evidence. Legal forms count for
/// nothing; a number, a country or a distinctive word that the names disagree in is a veto.
package struct NameComparer: Sendable {
    let parser: NameParser

    /// - Throws: ``LexiconError`` where the files of words that ship with the program are wrong.
    package init(catalogue: Catalogue) throws {
        parser = try NameParser(catalogue)
    }

    /// - Returns: How far the two names are of one organization; the order does not matter.
    package func compare(_ left: String, _ right: String) -> NameComparison {
        compare(parser.parse(left), parser.parse(right))
    }

    func compare(_ left: ParsedName, _ right: ParsedName) -> NameComparison {
        if let veto = veto(left, right) { return veto }
        if left.joined == right.joined, !left.joined.isEmpty, left.numbers == right.numbers {
            return NameComparison(score: 1, reasons: ["the same words but for legal form"])
        }
        if let acronym = acronym(left, right) ?? acronym(right, left) { return acronym }
        var alignment = NameAlignment(left, right, symbols: parser.symbols)
        alignment.align()
        return alignment.comparison.atLeast(misspelled(left, right))
    }

    /// Nearly the same letters throughout, wherever the words are parted: worth a second look.
    private func misspelled(_ left: ParsedName, _ right: ParsedName) -> NameComparison? {
        guard !left.isHan, !right.isHan, left.places == right.places else { return nil }
        let length = min(left.joined.utf8.count, right.joined.utf8.count)
        let limit = length >= 14 ? 2 : length >= 7 ? 1 : 0
        guard limit > 0,
            EditDistance.between(Array(left.joined.utf8), Array(right.joined.utf8), atMost: limit)
                != nil
        else { return nil }
        return NameComparison(score: 0.8, reasons: ["nearly the same letters"])
    }

    private func veto(_ left: ParsedName, _ right: ParsedName) -> NameComparison? {
        let leftNumbers = left.numbers.filter { $0 != 1 }.sorted()
        let rightNumbers = right.numbers.filter { $0 != 1 }.sorted()
        if leftNumbers != rightNumbers {
            return NameComparison(score: 0.3, reasons: ["veto: another number"])
        }
        let (leftPlaces, rightPlaces) = (left.places, right.places)
        if !leftPlaces.isEmpty, !rightPlaces.isEmpty, leftPlaces.isDisjoint(with: rightPlaces) {
            return NameComparison(score: 0.3, reasons: ["veto: another place"])
        }
        return nil
    }

    /// One name is a word in which the other's initials stand: likely, never sure.
    private func acronym(_ short: ParsedName, _ long: ParsedName) -> NameComparison? {
        guard short.parts.count == 1, long.parts.count >= 3, !short.isHan, !long.isHan,
            short.joined.utf8.count >= 3, short.joined == long.initials
        else { return nil }
        return NameComparison(score: 0.86, reasons: ["the initials of the other name"])
    }
}

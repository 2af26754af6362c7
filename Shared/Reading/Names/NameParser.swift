import Evidence
import Foundation
import Gazetteer

/// Takes names of organizations apart into brand, place, shared words, numbers and legal form.
struct NameParser: Sendable {
    let symbols: NameSymbols
    private var places = PhraseTable()
    private var placeIDs: [EntityID] = []

    /// Words that join others and say nothing.
    private static let particles = Set(
        [
            "the", "of", "and", "for", "de", "la", "le", "du", "des", "der", "die", "das", "und",
            "et", "y", "e", "del", "di", "in", "a", "an",
        ].map { Token.Word($0) }
    )

    init(_ catalogue: Catalogue) throws(LexiconError) {
        symbols = try NameSymbols.bundled()
        for (index, entity) in catalogue.entities.enumerated()
        where entity.kind == .country || entity.kind == .territory {
            let number = UInt32(placeIDs.count)
            placeIDs.append(entity.id)
            for alias in catalogue.aliases[index] where alias.strength != .contextual {
                places.insert(NameTokens.words(of: alias.text), value: number)
            }
        }
    }

    func parse(_ name: String) -> ParsedName {
        let items = NameTokens.items(of: name)
        let words = items.map(\.word)
        var parsed = ParsedName()
        parsed.isHan = items.contains(where: \.isHan)
        var brand = ""
        var index = 0
        func close(_ parsed: inout ParsedName, _ brand: inout String) {
            guard !brand.isEmpty else { return }
            parsed.parts.append(.brand(brand))
            brand = ""
        }
        while index < items.count {
            let rest = words[index...]
            let (count, part) = part(at: index, items, rest, among: items.count)
            switch part {
            case .brand(let text):
                if items[index].isHan {
                    brand += text
                } else {
                    close(&parsed, &brand)
                    parsed.parts.append(.brand(text))
                }
            case .number(let value):
                close(&parsed, &brand)
                parsed.numbers.append(value)
            case .known(let known):
                close(&parsed, &brand)
                parsed.parts.append(known)
                parsed.spelling[known] = items[index..<index + count].map(\.text).joined()
            case .nothing: close(&parsed, &brand)
            }
            if case .nothing = part {
            } else {
                parsed.joined += items[index..<index + count].map(\.text).joined()
                parsed.initials += String(items[index].text.prefix(1))
            }
            index += count
        }
        close(&parsed, &brand)
        if parsed.parts.isEmpty { parsed.parts = items.map { .brand($0.text) } }
        addPinyin(to: &parsed)
        return parsed
    }

    private enum Reading {
        case brand(String), number(Int), known(ParsedName.Part), nothing
    }

    private func part(
        at index: Int,
        _ items: [NameTokens.Item],
        _ rest: ArraySlice<Token.Word>,
        among count: Int
    ) -> (Int, Reading) {
        let item = items[index]
        if let number = NumberWords.number(items[index...].map(\.text)) {
            return (number.count, .number(number.value))
        }
        if item.text == "i", index > 0, index + 1 + symbols.legalForm(rest.dropFirst()) == count {
            return (1, .nothing)
        }
        let symbol = symbols.symbol(rest)
        let place = place(rest)
        let legal = symbols.legalForm(rest)
        let placeCount = place?.count ?? 0
        let symbolCount = symbol?.count ?? 0
        if legal > 0, legal >= symbolCount, legal >= placeCount, index > 0 || count > legal {
            return (legal, .nothing)
        }
        if let place, place.count >= symbolCount { return (place.count, .known(.place(place.id))) }
        if let symbol { return (symbol.count, .known(.symbol(symbol.symbol))) }
        if Self.particles.contains(item.word), count > 1 { return (1, .nothing) }
        return (1, .brand(item.text))
    }

    private func place(_ words: ArraySlice<Token.Word>) -> (id: EntityID, count: Int)? {
        var state: PhraseTable.State = 0
        var found: (EntityID, Int)?
        for (count, word) in words.enumerated() {
            guard let next = places.next(state, word) else { break }
            state = next
            var best: EntityID?
            places.forEachValue(state) { value in
                let id = placeIDs[Int(value)]
                if best.map({ id.rawValue.utf8.count <= $0.rawValue.utf8.count }) ?? true {
                    best = id
                }
            }
            if let best { found = (best, count + 1) }
        }
        return found
    }

    private func addPinyin(to parsed: inout ParsedName) {
        guard parsed.isHan else { return }
        for part in parsed.parts {
            guard case .brand(let text) = part else { continue }
            parsed.pinyin[part] = Self.pinyin(of: text)
        }
    }

    /// Chinese in Latin letters, without tones and spaces.
    static func pinyin(of text: String) -> String {
        let latin = text.applyingTransform(.mandarinToLatin, reverse: false) ?? text
        return Folding.standard.fold(latin).filter { $0.isLetter || $0.isNumber }
    }
}

import Foundation

/// A name as folded words, without punctuation; scripts other than Latin and Chinese in Latin.
enum NameTokens {
    struct Item: Hashable {
        var word: Token.Word
        var text: String
        var isHan: Bool
    }

    static func items(of name: String) -> [Item] {
        let text = TokenisedText(latin(name))
        return text.tokens.indices.compactMap { index in
            let token = text.tokens[index]
            guard !token.flags.contains(.mark) else { return nil }
            return Item(
                word: token.word,
                text: text.folded(index..<index + 1),
                isHan: token.flags.contains(.han)
            )
        }
    }

    static func words(of name: String) -> [Token.Word] { items(of: name).map(\.word) }

    /// Cyrillic, Greek, Arabic and the like in Latin letters; Latin and Chinese as they are.
    private static func latin(_ name: String) -> String {
        let isForeign = name.unicodeScalars.contains {
            (0x370...0x6FF).contains($0.value) || (0x900...0xDFF).contains($0.value)
        }
        guard isForeign else { return name }
        return name.applyingTransform(.toLatin, reverse: false) ?? name
    }
}

import Reading
import Testing

struct TextTokenTests {
    private func words(_ text: String) -> [String] {
        let tokenised = TokenisedText(text)
        return tokenised.tokens.indices.map { tokenised.folded($0..<$0 + 1) }
    }

    @Test(arguments: [
        ("Telefónica S.A.", ["telefonica", "sa"]),
        ("Ｈｕａ‑wei", ["hua", "wei"]),
        ("塞內加爾", ["塞", "内", "加", "尔"]),
        ("the U.S. market", ["the", "us", "market"]),
        ("Egypt’s **Ministry**", ["egypt", "ministry"]),
        ("AT&amp;T", ["at", "and", "t"]),
        ("USD 3.5 million", ["usd", "3.5", "million"]),
        ("保罗·卡加梅", ["保", "罗", "卡", "加", "梅"]),
    ])
    func `words are folded alike`(text: String, expected: [String]) {
        #expect(words(text) == expected)
    }

    @Test func `offsets are scalars of the raw text`() {
        let text = TokenisedText("🙂 Éco’s 北京")
        #expect(text.tokens.map(\.range) == [0..<1, 2..<5, 8..<9, 9..<10])
    }
}

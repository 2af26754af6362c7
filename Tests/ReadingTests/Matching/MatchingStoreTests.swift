import Foundation
import Testing

@testable import Reading

/// Names by the million: the file, and what is added to it.
struct MatchingStoreTests {
    private func store(_ names: [String]) throws -> NameStore {
        let numbered = names.enumerated().map { (name: $0.element, value: UInt32($0.offset)) }
        return NameStore(base: try PackedPhrases(NameStore.pack(numbered)))
    }

    private func found(_ store: NameStore, _ text: String) -> [String] {
        let tokenised = TokenisedText(text)
        return store.hits(in: tokenised).map { hit in
            let tokens = tokenised.tokens[hit.tokens]
            let range = Int(tokens.first?.start ?? 0)..<Int(tokens.last?.end ?? 0)
            return "\(hit.value): \(tokenised.text(in: range))"
        }
    }

    @Test func `names are found with their exact words, inner ones too`() throws {
        let names = ["Lanhai Cloud Services", "Lanhai", "Cloud Services of Lima", "蓝海科技", "蓝海"]
        let store = try store(names)
        let hits = found(store, "At LANHAI cloud\nservices, 藍海科技 and Cloud Services.")
        #expect(hits == ["1: LANHAI", "0: LANHAI cloud\nservices", "4: 藍海", "3: 藍海科技"])
    }

    @Test func `a name that is added is found in the next text`() throws {
        var store = try store(["Lanhai"])
        #expect(found(store, "Newly Named Works").isEmpty)
        store.add("Newly Named Works", value: 7)
        #expect(
            found(store, "the Newly Named Works of Lanhai") == [
                "0: Lanhai", "7: Newly Named Works",
            ]
        )
        #expect(store.count == 2)
    }

    @Test func `a file finds what a table in memory finds`() throws {
        var state: UInt64 = 3
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let words = ["alba", "bora", "cima", "dora", "华", "为", "公", "司", "2"]
        func phrase(_ length: Int) -> String {
            (0..<length).map { _ in words[next(words.count)] }.joined(separator: " ")
        }
        let names = (0..<600).map { _ in phrase(1 + next(6)) }
        let packed = try store(names)
        var table = NameStore()
        for (number, name) in names.enumerated() { table.add(name, value: UInt32(number)) }
        for _ in 0..<50 {
            let text = TokenisedText(phrase(60))
            #expect(Set(packed.hits(in: text)) == Set(table.hits(in: text)))
        }
    }

    @Test(arguments: ["\n\n", "\r\n\r\n", " "])
    func `a long text is matched in pieces as it is as a whole`(separator: String) throws {
        let store = try store(["Lanhai Cloud Services", "Lanhai", "蓝海科技"])
        let line = "é🙂 We met LANHAI cloud\nservices and 藍海科技, then Lanhai"
        let text = (0..<3_000).map { "\($0) " + line }.joined(separator: separator)
        let whole = TokenisedText(text)
        let expected = store.hits(in: whole).map { hit in
            let tokens = whole.tokens[hit.tokens]
            return [Int(tokens.first?.start ?? 0), Int(tokens.last?.end ?? 0), Int(hit.value)]
        }
        var found: [[Int]] = []
        store.forEachHit(in: text) { found.append([$0.lowerBound, $0.upperBound, Int($1)]) }
        #expect(expected.count == 12_000)
        #expect(found == expected)
    }

    @Test func `what is no such file is refused`() {
        #expect(throws: PackedPhrases.FormatError.self) { try PackedPhrases(Data("abc".utf8)) }
        let file = NameStore.pack([(name: "Lanhai", value: 1)])
        #expect(throws: PackedPhrases.FormatError.self) { try PackedPhrases(file.dropLast()) }
    }
}

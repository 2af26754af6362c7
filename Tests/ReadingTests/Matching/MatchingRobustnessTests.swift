import Evidence
import Reading
import Testing

struct MatchingRobustnessTests {
    /// A generator that is the same in every run.
    private struct Random {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 33
        }
    }

    private func check(_ text: String, _ finder: MentionFinder) {
        let tokenised = TokenisedText(text)
        let result = finder.mentions(in: tokenised)
        var end = 0
        for mention in result.mentions {
            #expect(mention.range.lowerBound >= end)
            end = mention.range.upperBound
            #expect(tokenised.text(in: mention.range) == mention.surface)
        }
        #expect(end <= tokenised.scalars.count)
    }

    @Test func `random bytes do no harm`() throws {
        let finder = try MatchingFixture.finder()
        var random = Random(state: 7)
        for _ in 0..<200 {
            let bytes = (0..<300).map { _ in UInt8(truncatingIfNeeded: random.next()) }
            check(String(decoding: bytes, as: UTF8.self), finder)
        }
    }

    @Test func `fragments of names and markup in any order do no harm`() throws {
        let finder = try MatchingFixture.finder()
        let pieces = [
            "Ministry", " of ", "Health", " and ", "(", ")", "“", "《", "以下简称", "公司", "有限公司",
            "Lanhai",
            " Cloud", "'s", "’s ", "<b>", "</p>", "&amp;", "&#8217;s", "](", "**", "\n", "\n\n",
            "\t",
            "U.S.", " Inc.", ", ", "known as ", "firm ", "President ", "北京", "政府", "教育", "部", "的",
            "·",
            "Beijing", " seeks", "13th ", "\u{0301}", "\u{202E}", "🙂", "Ⅷ", "ﬁ", "ß",
        ]
        var random = Random(state: 99)
        for _ in 0..<400 {
            let text = (0..<40).map { _ in pieces[Int(random.next()) % pieces.count] }.joined()
            check(text, finder)
        }
    }

    @Test(arguments: ["(", "](", "<a", "Ministry of ", "Lanhai ", "公司", "A.", "北京市", "and ", "&"])
    func `a hundred thousand times the same is read in good time`(piece: String) throws {
        let finder = try MatchingFixture.finder()
        let clock = ContinuousClock()
        let text = String(repeating: piece, count: 100_000 / piece.unicodeScalars.count)
        let duration = clock.measure { check(text, finder) }
        #expect(duration < .seconds(20))
    }

    @Test func `an empty text names nobody`() throws {
        #expect(try Found("").names == [])
    }
}

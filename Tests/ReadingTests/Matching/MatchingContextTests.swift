import Evidence
import Reading
import Testing

struct MatchingContextTests {
    @Test func `the government is that of the country that the block is about`() throws {
        let text = "The government signed the contract."
        let found = try Found(text, scopes: Scopes(ranges: [(0..<35, "ke")]))
        #expect(found.mention("The government")?.entity == "ke")
        #expect(found.mention("The government")?.use == .definite)
        #expect(try Found(text).names == [])
    }

    @Test func `a caller can ask for a country's body by its bare name`() throws {
        let finder = try MatchingFixture.finder()
        let asked = finder.body(named: "Ministry of Health", in: "ug")
        let read = try Found("Uganda's Ministry of Health agreed.").entity("Ministry of Health")
        #expect(asked != nil)
        #expect(asked?.id == read?.id)
        #expect(finder.body(named: "Ministry of Education", in: "cn")?.id == "cn-moe")
        #expect(finder.body(named: "Corvine", in: "cn") == nil)
    }
}

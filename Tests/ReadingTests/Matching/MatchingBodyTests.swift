import Evidence
import Reading
import Testing

struct MatchingBodyTests {
    private func id(_ text: String, kind: EntityKind = .publicBody) throws -> EntityID? {
        try Found(text).result.mentions.first { $0.kind == kind }?.entity
    }

    @Test func `every way to name a country's ministry gives one id`() throws {
        let forms = [
            "the Ministry of Health of Uganda", "Uganda's Ministry of Health",
            "the Ugandan Ministry of Health", "the Uganda Ministry of Health", "乌干达卫生部",
            "烏干達衛生部",
        ]
        let ids = try forms.map { try id("It was \($0) that asked.") }
        #expect(Set(ids).count == 1)
        #expect(ids.first != .some(nil))
    }

    @Test(arguments: [
        "乌干达通信、技术与创新部签约。", "乌干达去年招标，该国通信、技术与创新部签约。",
        "乌干达的系统由加拿大企业定制；该国通信、技术与创新部签约。",
    ])
    func `a portfolio may be a list, and 该国 the country named last`(text: String) throws {
        let body = try #require(try Found(text).result.derived.values.first)
        #expect(body.name == "Ministry of Communications, Technology and Innovation of Uganda")
    }

    @Test func `a comma alone joins no portfolios`() throws {
        let found = try Found("乌干达教育、卫生部签约。")
        #expect(
            found.result.derived.values.allSatisfy { !$0.name.contains("Education and Health") }
        )
    }

    @Test func `a composed body lies within its country`() throws {
        let body = try #require(
            try Found("Egypt's Ministry of Higher Learning agreed.").result.derived.values.first
        )
        #expect(body.name == "Ministry of Higher Learning of Egypt")
        #expect(body.jurisdiction == "EG")
        #expect(body.within == "eg")
        #expect(!body.isCurated)
    }

    @Test func `a catalogued body is found by its parts`() throws {
        #expect(try id("China's Ministry of Education") == "cn-moe")
        #expect(try id("Egypt's Ministry of Education") != "cn-moe")
        #expect(try id("中国教育部表示同意。") == "cn-moe")
    }

    @Test func `a sentence's country is a nameless ministry's`() throws {
        let found = try Found("In Uganda, the Ministry of Health uses thermometers.")
        #expect(found.entity("Ministry of Health")?.within == "ug")
    }

    @Test func `an adjective does not scope a ministry`() throws {
        let text = "Chinese cameras were bought by the Ministry of Health."
        let scoped = try Found(text, scopes: Scopes(document: "ke"))
        #expect(scoped.entity("Ministry of Health")?.within == "ke")
    }

    @Test func `a block's scope comes before the document's`() throws {
        let text = "The Ministry of Health agreed.\n\nThe Ministry of Health agreed."
        let scopes = Scopes(document: "ke", ranges: [(0..<30, "ug")])
        let found = try Found(text, scopes: scopes)
        let homes = found.result.mentions.map { found.result.derived[$0.entity]?.within }
        #expect(homes == ["ug", "ke"])
    }

    @Test func `without any scope a ministry has no country`() throws {
        let body = try #require(
            try Found("The Ministry of Health agreed.").entity("Ministry of Health")
        )
        #expect(body.within == nil)
        #expect(body.name == "Ministry of Health")
    }

    @Test func `two ministries in a row are two`() throws {
        let found = try Found(
            "Kenya's Ministry of Health and Ministry of Education and Lanhai met."
        )
        #expect(found.mention("Ministry of Health")?.kind == .publicBody)
        #expect(found.mention("Ministry of Education")?.kind == .publicBody)
        #expect(found.mention("Lanhai")?.entity == "lanhai")
    }

    @Test func `several portfolios are one ministry in any order`() throws {
        let one = try id("Kenya's Ministry of Communications and Digital Economy")
        let other = try id("the Ministry of Digital Economy and Communications of Kenya")
        #expect(one != nil)
        #expect(one == other)
    }

    @Test func `a provincial government is a body, and the province is nested in it`() throws {
        let found = try Found("The Hunan provincial government pays.")
        let body = try #require(found.entity("Hunan provincial government"))
        #expect(body.kind == .publicBody)
        #expect(body.within == "cn-hunan")
        #expect(found.result.nested.map(\.entity) == ["cn-hunan"])
        let chinese = try Found("湖南省人民政府出资。")
        #expect(chinese.result.mentions.first?.entity == body.id)
    }
}

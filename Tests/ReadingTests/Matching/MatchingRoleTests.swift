import Evidence
import Reading
import Testing

/// Bodies that are told by what they are: beside their names, and after they were named.
struct MatchingRoleTests {
    @Test(arguments: [
        ("The Kenyan tax office, KRAX, bought servers. KRAX paid.", "KRAX", 2),
        ("The Kenyan customs service KCSX bought servers. KCSX paid.", "KCSX", 2),
        ("肯尼亚税务局KRAX采购了服务器。", "KRAX", 1),
        ("发包方为肯尼亚公共工程局Ujenzi，合同已签。", "Ujenzi", 1),
    ])
    func `a name beside a body's description is the body's`(
        text: String,
        name: String,
        count: Int
    ) throws {
        let found = try Found(text)
        let own = found.result.mentions.filter { $0.surface == name }
        #expect(own.count == count)
        #expect(own.allSatisfy { $0.kind == .publicBody })
        #expect(
            Set(found.result.mentions.filter { $0.kind == .publicBody }.map(\.entity)).count == 1
        )
    }

    @Test func `a system's name beside a body is not the body's`() throws {
        let found = try Found("肯尼亚卫生部OpenClinic平台由联合国提供。")
        #expect(found.mention("OpenClinic")?.kind != .publicBody)
    }

    @Test(arguments: [
        (
            "The Tarvos Data Authority opened. In 2024 the Authority bought a cloud.",
            "the Authority"
        ),
        ("Kenya's Ministry of Health signed. In May the ministry bought a cloud.", "the ministry"),
        ("肯尼亚税务局去年招标。该局随后签约。", "该局"),
        ("湖南省去年招标，该省随后签约。", "该省"),
    ])
    func `a role stands for whom the text named last by it`(text: String, role: String) throws {
        let found = try Found(text)
        let mention = try #require(found.mention(role))
        #expect(mention.use == .definite)
        #expect(found.result.mentions.first { $0.kind == mention.kind }?.entity == mention.entity)
    }

    @Test(arguments: [
        "Kenya is large. In May the ministry bought a cloud.",
        "The Tarvos Data Authority opened. The authority of a judge is limited.",
        "The Tarvos Data Authority opened. It lacks the authority to sign.",
        "Kenya's Ministry of Health signed. The ministry-level talks go on.",
        "该局随后签约。",
        "肯尼亚教育部去年签约。该部分条款未公布。",
        "湖南省去年招标，该省份额最大。",
        "湖南省去年招标，该市付款。",
    ])
    func `a role that nobody was named by stands for nobody`(text: String) throws {
        #expect(try Found(text).result.mentions.allSatisfy { $0.use != .definite })
    }

    @Test func `the last of several is meant`() throws {
        let found = try Found(
            "Kenya's Ministry of Health signed. Uganda's Ministry of Finance came. The ministry paid."
        )
        let role = try #require(found.mention("The ministry"))
        #expect(found.mention("Ministry of Finance")?.entity == role.entity)
    }

    @Test func `a list of bodies is no apposition`() throws {
        let found = try Found(
            "The Kenyan finance ministry, the Agency for Open Data, and others met."
        )
        #expect(found.mention("Kenyan finance ministry")?.entity != "ministry-x")
    }

    @Test func `a rank may stand before a place's name`() throws {
        #expect(try Found("The Province of Hunan paid.").names == ["Province of Hunan=cn-hunan"])
    }
}

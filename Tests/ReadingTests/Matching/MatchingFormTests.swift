import Evidence
import Reading
import Testing

struct MatchingFormTests {
    private func kind(of surface: String, in text: String) throws -> EntityKind? {
        try Found(text).mention(surface)?.kind
    }

    @Test(arguments: [
        (
            "The order went to Brightvale Systems Inc. in June.", "Brightvale Systems Inc",
            EntityKind.company
        ),
        ("AI firm Corvine sells cameras.", "Corvine", .company),
        ("They chose the cloud provider Nordhaven Data for it.", "Nordhaven Data", .company),
        ("Vendors such as Corvine, Zellmark and Optiva bid.", "Zellmark", .company),
        ("Corvine, a Kenyan supplier of cameras, won.", "Corvine", .company),
        (
            "The Tarvos Intellectual Property Exchange Center opened.",
            "Tarvos Intellectual Property Exchange Center", .organization
        ),
        ("Funds came from the Tarvos Development Bank.", "Tarvos Development Bank", .financier),
        ("The National Data Protection Act applies.", "National Data Protection Act", .policy),
        ("It was shown at the Tarvos Data Summit.", "Tarvos Data Summit", .event),
        (
            "The Center for a New Tarvos Security warned.", "Center for a New Tarvos Security",
            .organization
        ),
        ("Minister Amadou Diallo opened it.", "Amadou Diallo", .person),
        ("Awa Ndiaye, an analyst at Corvine, disagrees.", "Awa Ndiaye", .person),
        ("By Awa Ndiaye\n\nThe city bought cameras.", "Awa Ndiaye", .person),
        ("The digital minister, Dirk Kessler, agreed.", "Dirk Kessler", .person),
        ("The editor, Beijing Marlund, agreed.", "Beijing Marlund", .person),
        (
            "Money went to the Department of Education of the Hunan City Hall.",
            "Department of Education of the Hunan City Hall", .publicBody
        ),
        (
            "Money went to the Department of Education of the Hunan, Tarvos said.",
            "Department of Education of the Hunan", .publicBody
        ),
        ("CEO Han Min-woo resigned.", "Han Min-woo", .person),
        ("Drafted by Awa Ndiaye\n\nThe city bought cameras.", "Awa Ndiaye", .person),
        ("President Luis Correia e Silva spoke.", "Luis Correia e Silva", .person),
        ("The 2030 Agenda for it was set; the 2040 Agenda was not.", "2040 Agenda", .policy),
        (
            "The Tarvos Venture Capital Guide Fund for Emerging Trades pays.",
            "Tarvos Venture Capital Guide Fund for Emerging Trades", .financier
        ),
        ("Zhou Hongtao spoke first.", "Zhou Hongtao", .person),
        (
            "He told the Public Accounts Committee on Tuesday.", "Public Accounts Committee",
            .publicBody
        ),
        ("Nothing moved until TARVA, the disaster authority, bought it.", "TARVA", .publicBody),
        ("It was KENDOC, the state grid operator, that paid.", "KENDOC", .stateOwnedEnterprise),
        (
            "Finance          Tarvos Development Bank\nCompleted        2021",
            "Tarvos Development Bank", .financier
        ),
        ("It gave the Tarvos Transport Board EUR 640,000.", "Tarvos Transport Board", .publicBody),
        ("Kisumu County opened it.", "Kisumu County", .territory),
        (
            "It went to Brightvale Robotics Ltd. The price is 3.", "Brightvale Robotics Ltd",
            .company
        ),
        (
            "It went to Brightvale Robotics Ltd. (Brightvale) in May.", "Brightvale Robotics Ltd",
            .company
        ),
        ("Public Tarvos Agency signed it.", "Public Tarvos Agency", .publicBody),
        ("It went to Kendar Sdn. Bhd. Value: 3.", "Kendar Sdn. Bhd", .company),
    ])
    func `a name never seen is known by its form`(
        text: String,
        surface: String,
        kind: EntityKind
    ) throws {
        #expect(try self.kind(of: surface, in: text) == kind)
    }

    @Test(arguments: [
        ("该平台由深圳市天河数据有限公司承建。", "深圳市天河数据有限公司", EntityKind.company),
        ("人工智能公司星野科技提供摄像头。", "星野科技", .company),
        ("国家数据交易委员会发布了报告。", "国家数据交易委员会", .publicBody),
        ("武宁同仁医院采用了该系统。", "武宁同仁医院", .publicBody),
        ("《湖南省数字经济促进条例》已生效。", "湖南省数字经济促进条例", .policy),
        ("部长王志远出席。", "王志远", .person),
    ])
    func `a Chinese name never seen is known by its last characters`(
        text: String,
        surface: String,
        kind: EntityKind
    ) throws {
        #expect(try self.kind(of: surface, in: text) == kind)
    }

    @Test(arguments: [
        "两家公司签署了合同。", "该公司表示同意。", "数据中心已建成。", "中国公司参与竞标。", "城市发展很快。",
        "The company signed a contract.", "Officials said that costs rose.",
        "How Do Private Firms Fit Into Modern Government Today?",
    ])
    func `generic words name nobody`(text: String) throws {
        let found = try Found(text).result.mentions.filter { $0.kind != .country }
        #expect(found.map(\.surface) == [])
    }

    @Test func `the same name in two texts has the same id`() throws {
        let one = try Found("AI firm Corvine sells cameras.").mention("Corvine")
        let other = try Found("Vendors such as Zellmark and Corvine bid.").mention("Corvine")
        #expect(one?.entity == other?.entity)
        #expect(one?.entity.rawValue.hasPrefix("x-") == true)
    }

    @Test func `a legal form does not make another company`() throws {
        let one = try Found("The order went to Brightvale Systems Inc. in June.")
        let other = try Found("The order went to Brightvale Systems Limited in June.")
        #expect(one.result.mentions.map(\.entity) == other.result.mentions.map(\.entity))
        #expect(one.result.mentions.count == 1)
    }

    @Test func `a known company with its legal form is that company`() throws {
        let found = try Found("The order went to Lanhai Technologies Co., Ltd. in June.")
        #expect(found.mention("Lanhai Technologies Co., Ltd")?.entity == "lanhai")
    }

    @Test func `a surname alone is the person named before`() throws {
        let found = try Found("Minister Amadou Diallo came. Later Diallo left.")
        #expect(found.mention("Diallo")?.entity == found.mention("Amadou Diallo")?.entity)
        #expect(found.mention("Diallo") != nil)
    }

    @Test func `capitalised words that nothing explains are only possible names`() throws {
        let found = try Found("The minister spoke of Corvine last year.")
        #expect(found.names == [])
        #expect(found.result.possible.map(\.surface) == ["Corvine"])
    }

    @Test(arguments: [
        "The network was delivered by Corvine last year.",
        "The ministry bought its cameras from Corvine.",
        "The contract went to Corvine in May.",
        "In May CORVINE was awarded the contract.",
    ])
    func `capitalised words in the place of a supplier are a company`(text: String) throws {
        let found = try Found(text)
        #expect(found.result.mentions.map(\.kind) == [.company])
    }

    @Test(arguments: [
        ("The network was delivered by Corvine last year.", "Corvine", EntityKind.company),
        ("She bought a stake in Corvine last year.", "Corvine", .company),
        ("The crew had lunch in Corvine.", "Corvine", .territory),
        (
            "The letter came from Corvine, a rights group with nine members.", "Corvine",
            .organization
        ),
        ("Clerks type the names into a platform called Corvine.", "Corvine", .system),
    ])
    func `a name never seen is what the words beside it say`(
        text: String,
        name: String,
        kind: EntityKind
    ) throws {
        let found = try Found(text)
        #expect(found.mention(name)?.kind == kind)
    }

    @Test(arguments: [
        ("The Kenyan AI firm Corvine sells cameras.", "Corvine", "KE"),
        ("Corvine, a French supplier of cameras, won.", "Corvine", "FR"),
        ("Dakar-based startup Corvine won.", "Corvine", "SN"),
        ("该平台由北京天河数据有限公司承建。", "北京天河数据有限公司", "CN"),
    ])
    func `where a company comes from is kept where the text says so`(
        text: String,
        surface: String,
        home: Jurisdiction
    ) throws {
        #expect(try Found(text).entity(surface)?.jurisdiction == home)
    }
}

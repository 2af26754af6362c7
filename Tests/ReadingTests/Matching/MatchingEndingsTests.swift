import Evidence
import Reading
import Testing

/// Names whose edges and kinds the words around them show.
struct MatchingEndingsTests {
    @Test(arguments: [
        ("The National Records House of Kenya (ZXKR) opened. ZXKR bought a cloud.", "ZXKR", 2),
        (
            "Kenya's Public Records Agency (MZTQ) opened in May. MZTQ then bought servers.",
            "MZTQ", 2
        ),
    ])
    func `letters in brackets are a body's though its name is translated`(
        text: String,
        letters: String,
        count: Int
    ) throws {
        let found = try Found(text)
        let own = found.result.mentions.filter { $0.surface == letters }
        #expect(own.count == count)
        #expect(Set(own.map(\.entity)).count == 1)
        #expect(
            found.result.mentions.contains { mention in
                mention.surface != letters && mention.entity == own.first?.entity
            }
        )
    }

    @Test func `a place in brackets is no body's letters`() throws {
        let found = try Found("The Ministry of Health (UGANDA) bought a cloud.")
        #expect(found.mention("UGANDA")?.kind != .publicBody)
    }

    @Test func `a letter with a hyphen begins a name`() throws {
        let found = try Found("Kenya handed the plan to the e-Tarvos Records Authority in May.")
        #expect(found.mention("e-Tarvos Records Authority")?.kind == .publicBody)
        #expect(found.mention("Tarvos Records Authority") == nil)
    }

    @Test func `a word with a hyphen is no part of a name`() throws {
        let found = try Found("In Kenya a pre-Tarvos Records Authority plan failed.")
        #expect(!found.result.mentions.contains { $0.surface.hasPrefix("pre") })
    }

    @Test(arguments: [
        ("The cable was paid for by Paris, and Senegal lands it.", "Paris"),
        ("It was delayed because Cairo objected to the supplier.", "Cairo"),
        ("The chips need a licence from Beijing for every rack.", "Beijing"),
    ])
    func `a capital that acts is its government`(text: String, name: String) throws {
        #expect(try Found(text).mention(name)?.kind == .country)
    }

    @Test(arguments: [
        ("The cable was laid in May in Paris.", "Paris"),
        ("The trains that Cairo Metro runs are old.", "Cairo"),
        ("The rack came by lorry from Nairobi.", "Nairobi"),
    ])
    func `a capital that only lies there is a place`(text: String, name: String) throws {
        #expect(try Found(text).mention(name)?.kind != .country)
    }

    @Test func `a side is the country by whose initial it is called`() throws {
        let named = try Shelf.annotate("澳大利亚提供贷款，澳方派出工程师。").entities
        #expect(named.contains { $0.name == "Australia" && $0.surfaces.contains("澳方") })
    }

    @Test(arguments: ["澳大利亚海缆由东方电缆敷设，对方付款。", "老挝派出工程师，老方法无用。"])
    func `a word that ends as a side does is none`(text: String) throws {
        let surfaces = try Shelf.annotate(text).entities.flatMap(\.surfaces)
        #expect(surfaces.allSatisfy { !$0.hasSuffix("方") })
    }

    @Test(arguments: [
        ("税务局向韩国LG CNS采购票务系统。", "South Korea"),
        ("海关与以色列星辉科技公司签约。", "Israel"),
        ("警方与法国Kestrum公司签约。", "France"),
    ])
    func `the country before a firm's name is spoken of`(text: String, name: String) throws {
        #expect(try Shelf.annotate(text).entities.contains { $0.name == name })
    }

    @Test(arguments: ["税务局与中国电信签署合同。", "该网络由葡萄牙电信承建。"])
    func `the country in a firm's own name is not spoken of`(text: String) throws {
        #expect(try Shelf.annotate(text).entities.allSatisfy { $0.type != .country })
    }

    @Test func `what a company does is no branch of it`() throws {
        let found = try Found("该中心由蓝海科技建设，去年启用。")
        #expect(found.mention("蓝海科技")?.kind == .company)
        #expect(found.mention("蓝海科技建设") == nil)
    }

    @Test func `a branch that does nothing there is one`() throws {
        #expect(try Found("蓝海科技建设、中国进步银行签约。").mention("蓝海科技") == nil)
    }

    @Test func `a city's council belongs to no country`() throws {
        let found = try Found("Kenya voted. On Monday the city council agreed.")
        #expect(found.mention("city council") == nil)
    }

    @Test(arguments: [
        ("The software came from a Nairobi firm, Tarvo Qivan.", EntityKind.company),
        ("The letter was seen by a Nairobi rights group, Tarvo Qivan.", EntityKind.organization),
        ("Tarvo Qivan, a Nairobi newspaper, had the letter.", EntityKind.organization),
    ])
    func `a name in apposition is of the kind that is said`(
        text: String,
        kind: EntityKind
    ) throws {
        #expect(try Found(text).mention("Tarvo Qivan")?.kind == kind)
    }

    @Test func `who is named after a firm in a list is of no certain kind`() throws {
        let found = try Found("The director met a firm, Jane Mwangi and her lawyer.")
        #expect(found.mention("Jane Mwangi")?.kind != .company)
    }

    @Test func `some schools of a country are none by name`() throws {
        #expect(try Found("肯尼亚六所中学获赠电脑。").mention("肯尼亚六所中学") == nil)
    }
}

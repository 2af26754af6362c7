import Evidence
import Reading
import Testing

struct MatchingDefinitionTests {
    @Test(arguments: [
        ("The Tarvos Data Exchange Authority (TDEA) opened. TDEA staff came.", "TDEA"),
        ("The Operational Nucleus for the Tarvos Society (ONTS) opened. ONTS staff came.", "ONTS"),
        ("Brightvale Systems Inc. (布莱特维尔) won. 后来布莱特维尔退出。", "布莱特维尔"),
        ("深圳市天河数据有限公司（以下简称“天河数据”）中标。天河数据已开工。", "天河数据"),
        ("深圳市天河数据有限公司（Tianhe Data）中标。 Tianhe Data has begun.", "Tianhe Data"),
    ])
    func `a form defined in the text names the same`(text: String, form: String) throws {
        let found = try Found(text)
        let mentions = found.result.mentions.filter { $0.surface == form }
        #expect(mentions.count == 2)
        let others = found.result.mentions.filter { $0.surface != form }
        #expect(others.contains { $0.entity == mentions.first?.entity })
    }

    @Test func `a form is not known in another text`() throws {
        #expect(try Found("The sticker says TDEA.").names == [])
    }

    @Test func `a known name in brackets names what stands before them`() throws {
        let found = try Found("Lanhai Smartworks (蓝海科技) was chosen.")
        #expect(Set(found.result.mentions.map(\.entity)) == ["lanhai"])
    }
}

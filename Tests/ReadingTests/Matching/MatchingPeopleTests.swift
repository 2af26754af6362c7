import Evidence
import Testing

@testable import Reading

/// People in Chinese texts.
struct MatchingPeopleTests {
    @Test(arguments: [
        ("护士玛丽娜·洛佩斯打开了电脑。", "玛丽娜·洛佩斯"),
        ("记者对卡洛斯·里维拉多次提问。", "卡洛斯·里维拉"),
        ("部长沙菲克·阿里夫曾访问该厂。", "沙菲克·阿里夫"),
        ("研究所的本杰明·昂提醒，费用会上升。", "本杰明·昂"),
        ("作者：邬明远\n\n该市购买了摄像头。", "邬明远"),
        ("会上梁志远议员提问。", "梁志远"),
        ("部长王志远较早前出席。", "王志远"),
    ])
    func `a name ends where its characters or the words around it say`(
        text: String,
        surface: String
    ) throws {
        #expect(try Found(text).mention(surface)?.kind == .person)
    }

    @Test(arguments: [
        "该院是卡洛斯·里维拉医院。", "飞机降落在玛丽娜·洛佩斯国际机场。", "作者：本刊编辑部。", "有议员关注费用。",
        "公司经营软件·服务。",
    ])
    func `other words are nobody's name`(text: String) throws {
        #expect(try Found(text).result.mentions.allSatisfy { $0.kind != .person })
    }
}

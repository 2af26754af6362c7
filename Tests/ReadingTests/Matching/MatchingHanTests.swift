import Evidence
import Reading
import Testing

struct MatchingHanTests {
    @Test(arguments: [
        ("软件由湖南问渠承建。", "湖南问渠", EntityKind.company),
        ("系统换成湖南瑞梓医疗科技的产品。", "湖南瑞梓医疗科技", .company),
        ("该平台由朔星软件承建。", "朔星软件", .company),
        ("平台分包给一家名为“三楚云帆”的民营公司。", "三楚云帆", .company),
        ("摄像头归了一家名叫Kenda Investment的本地企业。", "Kenda Investment", .company),
        ("卡证由肯尼亚的Kenda集团印制。", "Kenda集团", .company),
        ("该国去年与法国Kendaris公司续约。", "Kendaris公司", .company),
        ("底层平台则请湖南电信接手代管。", "湖南电信", .stateOwnedEnterprise),
        ("影像部分由蓝海科技（北京）提供。", "蓝海科技（北京）", .company),
        ("贷款由中国进步银行湖南分行发放。", "中国进步银行湖南分行", .financier),
        ("业主塞内加尔光纤电缆公司付清尾款。", "塞内加尔光纤电缆公司", .stateOwnedEnterprise),
        ("参建的还有湖南理工大学。", "湖南理工大学", .publicBody),
        ("培训由三名湖南大学的博士生完成。", "湖南大学", .publicBody),
        ("塞内加尔电信采购了设备。", "塞内加尔电信", .stateOwnedEnterprise),
        ("闸机由“云汐智行”公司升级。", "云汐智行", .company),
        ("病历系统由公司“瑞梓软件”交付。", "瑞梓软件", .company),
        ("软件由小企业Kenda Tarvo公司开发。", "Kenda Tarvo公司", .company),
        ("系统由本地企业Kendarit软件在2019年做完。", "Kendarit软件", .company),
        ("运维方是蓝海科技(中国)投资有限公司。", "蓝海科技(中国)投资有限公司", .company),
        ("与肯尼亚企业安瑞托利自控签约。", "安瑞托利自控", .company),
        ("选中肯尼亚因瑞拉公司更新系统。", "因瑞拉公司", .company),
        ("塞内加尔卫生部门户网站已上线。", "塞内加尔卫生部", .publicBody),
        ("肯尼亚简报\n\n土地管理档案局的系统已经上线。", "土地管理档案局", .publicBody),
        ("肯尼亚简报\n\n总理府2021年签了字。", "总理府", .publicBody),
    ])
    func `Chinese short names and branches are found with their own ends`(
        text: String,
        surface: String,
        kind: EntityKind
    ) throws {
        #expect(try Found(text).mention(surface)?.kind == kind)
    }

    @Test(arguments: [
        ("全省六所中学已接入平台。", "六所中学"), ("二期工程由蓝海科技承建。", "二期工程"),
        ("合同规定由蓝海科技运维。", "合同规定"), ("他叫停了这家公司的投标。", "停了这家"),
        ("摄像头装在湖南街头，由蓝海科技提供。", "湖南街头"), ("蓝海科技（中国）负责运维。", "蓝海科技（中国）"),
        ("通过公安、海关、税务部门共享。", "海关"), ("塞内加尔的司法部门签了字。", "司法部"),
        ("系统由Oracle建设。", "Oracle建设"),
        ("“蓝海科技公司”负责的“平安城市”已上线。", "负责的"),
        ("总牵头：蓝海科技\n国际出资：3亿元", "蓝海科技\n国际"),
    ])
    func `plain Chinese words are no names`(text: String, surface: String) throws {
        #expect(try Found(text).mention(surface) == nil)
    }

    @Test func `以及 joins no two bodies into one`() throws {
        let found = try Found("塞内加尔电信的核心网以及教育部的机房已建成。")
        #expect(found.mention("核心网以及教育部") == nil)
    }

    @Test func `a plan in quotes is no company`() throws {
        #expect(try Found("推进“云汐智行”计划。").mention("云汐智行")?.kind == .policy)
    }
}

import Evidence
import Testing

@testable import Reading

@Suite struct FieldTests {
    /// The pairs of buyer and supplier, in the order of the text.
    private func pairs(_ text: String) throws -> [String] {
        try Shelf.annotate(text).deployments.flatMap { deal in
            deal.suppliers.map { "\(deal.recipient) < \($0)" }
        }
    }

    @Test func `a table names suppliers and buyers that nothing else makes names of`() throws {
        let found = try pairs(
            """
            | Buyer | What was bought | From whom | Signed |
            |---|---|---|---|
            | Halvorsund Fire Brigade | Video surveillance | Grennick Alarmas | 2023 |
            | Port of Tillamore | Payroll software | various | 2024 |
            """
        )
        #expect(found == ["Halvorsund Fire Brigade < Grennick Alarmas"])
    }

    @Test func `a register has the buyer of its title`() throws {
        let found = try pairs(
            """
            Ostermark City Council: contracts register

            Ref\tTitle\tSupplier\tTotal value (EUR)\tOwner
            O-1\tVideo surveillance of the market\tGrennick Vision\t120,000\tSafety
            """
        )
        #expect(found == ["Ostermark City Council < Grennick Vision"])
    }

    @Test func `where suppliers sit is no column of buyers, and a failed lot has no supplier`()
        throws
    {
        let found = try pairs(
            """
            肯尼亚税务局信息系统项目中标结果公告

            采购人：肯尼亚税务局

            包号 | 名称 | 中标供应商 | 供应商地址 | 中标金额（万元）
            01包 | 视频分析平台 | 武汉格瑞信息技术有限公司 | 武汉市 | 438.52
            02包 | 政务云扩容 | 深圳托尔云计算有限公司 | 深圳市 | 127.80
            03包 | 会议系统 | 废标（投标人不足三家） | —— | ——
            """
        )
        #expect(found.count == 2)
        #expect(found.allSatisfy { $0.hasPrefix("Kenya Revenue Authority < ") })
    }

    @Test func `a line that is a body is the buyer of the form below it`() throws {
        let found = try pairs(
            """
            肯尼亚税务局等单位合同公示

            一、肯尼亚税务局
            合同名称：视频分析平台
            供应商：武汉格瑞信息技术有限公司
            合同金额：438万元

            二、肯尼亚移民局
            合同名称：政务云扩容
            供应商：深圳托尔云计算有限公司
            合同金额：127万元
            """
        )
        #expect(found.count { $0.hasPrefix("Kenya Revenue Authority < ") } == 1)
        #expect(found.count { $0.contains("Immigration") } == 1)
    }

    @Test func `a line that only ends in a body is no buyer`() throws {
        let found = try pairs(
            """
            肯尼亚税务局合同公示

            一、抄送肯尼亚移民局
            合同名称：视频分析平台
            供应商：武汉格瑞信息技术有限公司
            合同金额：438万元
            """
        )
        #expect(found.count { $0.hasPrefix("Kenya Revenue Authority < ") } == 1)
    }

    @Test func `forms one after the other are deals of their own`() throws {
        let found = try pairs(
            """
            Agency: Ministry of Health of Kenya
            Particulars: Hospital information system
            Contractor: Grennick Medical Ltd
            Amount: $655,000

            Agency: Ministry of Education of Kenya
            Particulars: Learning management system
            Contractor: Tolverton Learning Ltd
            Amount: $200,000
            """
        )
        #expect(
            found == [
                "Ministry of Health of Kenya < Grennick Medical Ltd",
                "Ministry of Education of Kenya < Tolverton Learning Ltd",
            ]
        )
    }

    @Test(arguments: ["Various", "own staff", "to be decided", "Not awarded", "\u{591A}\u{5BB6}"])
    func `what names nobody is no supplier`(content: String) throws {
        let found = try pairs(
            """
            Buyer: Ministry of Health of Kenya
            System: Hospital information system
            Supplier: \(content)
            """
        )
        #expect(found.isEmpty)
    }

    @Test(arguments: [
        ("under way", "under-construction"), ("in production since May", "operational"),
        ("\u{5728}\u{5B9E}\u{65BD}", "under-construction"),
        ("\u{5DF2}\u{79FB}\u{4EA4}", "operational"), ("signed", "agreed"),
        ("Deployment planned for 2026", "planned"),
    ])
    func `a column says how far a deal has come`(cell: String, status: String) throws {
        let table = """
            | Buyer | System | Supplier | Status |
            |---|---|---|---|
            | Ministry of Health of Kenya | Data centre | Oracle | \(cell) |
            """
        #expect(try Shelf.annotate(table).deployments.map(\.status) == [status])
    }

    @Test(arguments: ["bids due in May", "tender annulled", "\u{91C7}\u{8D2D}\u{4E2D}"])
    func `what is still out to tender is no deal`(cell: String) throws {
        let table = """
            | Buyer | System | Supplier | Status |
            |---|---|---|---|
            | Ministry of Health of Kenya | Data centre | Oracle | \(cell) |
            """
        #expect(try Shelf.annotate(table).deployments.isEmpty)
    }

    private static let stages: [(String, Deployment.Status?)] = [
        ("Deployment planned for 2026", .planned), ("Installation cancelled", .cancelled),
        ("Installation completed", .operational), ("Deliveries suspended", .suspended),
        ("Deployment", .underConstruction), ("Installation since May", .underConstruction),
        ("\u{8C03}\u{8BD5}", .underConstruction), ("\u{6D4B}\u{8BD5}\u{53D6}\u{6D88}", .cancelled),
        ("\u{672A}\u{4E0A}\u{7EBF}", .planned), ("\u{5C1A}\u{672A}\u{5B8C}\u{5DE5}", .planned),
        ("\u{5373}\u{5C06}\u{5F00}\u{901A}", .planned),
        ("\u{9884}\u{8BA1}\u{660E}\u{5E74}\u{7AE3}\u{5DE5}", .planned),
        (
            "\u{5728}\u{5EFA}\u{FF0C}\u{9884}\u{8BA1}\u{660E}\u{5E74}\u{7AE3}\u{5DE5}",
            .underConstruction
        ),
        ("\u{4E94}\u{6708}\u{4E0A}\u{7EBF}", .operational), ("\u{7AE3}\u{5DE5}", .operational),
        ("to be launched in May", .planned), ("launched in May", .operational),
        ("Expected to be operational by 2027", .planned), ("completion expected in May", .planned),
        ("Under construction, to be completed in May", .underConstruction),
        ("not yet signed", .planned), ("not operating", nil), ("Non-functioning", nil),
        ("functioning", .operational), ("no longer in use", .ended), ("inactive", nil),
        ("100% built", .operational), ("60% built", .underConstruction),
        ("delivery", .underConstruction), ("live", .operational),
    ]

    @Test(arguments: stages)
    func `a stage says less than what became of it`(
        text: String,
        status: Deployment.Status?
    ) throws {
        #expect(try Shelf.reader.get().lexicon.fields.status(text) == status)
    }

    @Test(arguments: [
        ("tender launched", true), ("Offers opened in May", true), ("launched", false),
    ])
    func `a tender that was launched is no award`(text: String, isOpen: Bool) throws {
        #expect(try Shelf.reader.get().lexicon.fields.isOpen(text) == isOpen)
    }
}

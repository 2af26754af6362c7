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
}

import Evidence
import Foundation
import Testing

@testable import Reading

/// Whom the words of a line may mean that name nobody.
struct ReferenceTests {
    /// The parties of the lines that a text's records tell of, with what speaks for their being meant.
    private func meant(_ text: String) throws -> [String: Set<String>] {
        let source = SourceText(id: DocumentID(rawValue: "x"), text: text)
        var found: [String: Set<String>] = [:]
        for record in try Shelf.reader.get().records(source) where record.choice == .part {
            let facts = record.evidence.filter { $0.hasPrefix("ref ") }
            if !facts.isEmpty { found[record.party, default: []].formUnion(facts) }
        }
        return found
    }

    @Test func `a vendor that says we may be the supplier`() throws {
        let text = """
            Oracle annual review

            Oracle grew in Africa. In March we handed a payroll system to the Ministry of Health of Kenya.
            Our engineers run the portal of Uganda.
            """
        #expect(try meant(text)["Oracle"]?.contains("ref speaker") == true)
    }

    @Test(arguments: [
        "Kenya hired Oracle in 2020. The company installed the payroll system in March.",
        "肯尼亚2020年与甲骨文签约。该公司次年为卫生部建成了系统。",
    ])
    func `a word for the firm may mean the one before`(text: String) throws {
        #expect(try meant(text)["Oracle"]?.contains("ref from 1") == true)
    }

    @Test func `a product may mean its maker`() throws {
        let text = "The Ministry of Health of Kenya moved its mailboxes to Microsoft 365."
        #expect(try meant(text)["Microsoft"] == ["ref product"])
    }

    @Test func `a deal is read of a vendor that says we`() throws {
        let text = """
            Brightvale Systems Inc. annual report

            Brightvale Systems Inc. (the Company) supplies public registers in Africa.

            In March 2021 we delivered a payroll system to the Ministry of Health of Kenya. In 2022 we
            built the data centre of the Uganda Revenue Authority in Kampala.

            Our engineers also installed the customs system of Rwanda, and we maintain it.
            """
        let deals = try Shelf.annotate(text).deployments
        #expect(deals.contains { $0.recipient == "Ministry of Health of Kenya" })
        #expect(deals.allSatisfy { $0.suppliers == ["Brightvale Systems Inc"] })
    }

    @Test func `a line that names a firm means no other`() throws {
        let text = "Kenya hired Oracle in 2020. It chose Huawei for the network of Kenya."
        #expect(try meant(text)["Oracle"] == nil)
    }
}

import Evidence
import Foundation
import Testing

@testable import Reading

/// Choices by the sum of their evidence.
struct WeighingTests {
    @Test func `evidence adds up to a probability, and what is unknown counts nothing`() throws {
        let weights = try Weights(text: "# note\nsupplier\tbias\t-1\nsupplier\t-1 by\t3\n")
        #expect(weights.probability(of: .supplier, weights.evidence()) == 0.5)
        #expect(weights.probability(of: .supplier, weights.evidence(["bias"])) < 0.3)
        let all = weights.evidence(["bias", "-1 by", "never seen"])
        #expect(abs(weights.probability(of: .supplier, all) - 1 / (1 + exp(-2))) < 1e-12)
        #expect(weights.probability(of: .buyer, weights.evidence(["bias"])) == 0.5)
    }

    @Test func `what is found twice, or put together of words, counts as its name once`() throws {
        let weights = try Weights(text: "supplier\t-1 by the\t3\n")
        var found = weights.evidence(isNamed: true)
        found.insert("-1 by the")
        found.insert("-1 ", "by the")
        found.insert("-1", " by ", "the")
        found.insert("-1 b", "by the")
        #expect(abs(weights.probability(of: .supplier, found) - 1 / (1 + exp(-3))) < 1e-12)
        #expect(found.names == ["-1 by the", "-1 bby the"])
    }

    @Test(arguments: ["supplier\tbias", "seller\tbias\t1", "supplier\tbias\tmuch"])
    func `a line that is no weight is an error`(line: String) {
        #expect(throws: LexiconError.self) { try Weights(text: line) }
    }

    @Test func `evidence names no company and no country`() throws {
        let text = """
            Kenya's Ministry of Health hired Oracle and Huawei in 2021. 埃及教育部由华为承建云平台。
            """
        let reader = try Shelf.reader.get()
        let records = reader.records(SourceText(id: DocumentID(rawValue: "x"), text: text))
        #expect(records.contains { $0.choice == .part && $0.party == "Oracle" })
        let names = ["kenya", "oracle", "huawei", "egypt", "埃及", "华为"]
        for evidence in records.flatMap(\.evidence) {
            #expect(!names.contains { evidence.lowercased().contains($0) }, "\(evidence)")
        }
    }

    @Test func `without weights the rules have the last word`() throws {
        let catalogue = try Shelf.catalogue.get()
        let text = "Kenya signed a contract with Oracle for a data centre."
        let source = SourceText(id: DocumentID(rawValue: "x"), text: text)
        let mild = try Weights(text: "supplier\tbias\t-1\nfinancier\tbias\t-9")
        let plain = try Reader(catalogue: catalogue, weights: mild)
        let rules = plain.read(source).claims.map(\.rule)
        #expect(!rules.isEmpty && !rules.contains { $0.contains("weighed") })
    }

    @Test func `everything against a supplier takes it away`() throws {
        let catalogue = try Shelf.catalogue.get()
        let text = "Kenya signed a contract with Oracle for a data centre."
        let source = SourceText(id: DocumentID(rawValue: "x"), text: text)
        let harsh = try Weights(text: "supplier\tbias\t-9\nfinancier\tbias\t-9")
        let deals = try Reader(catalogue: catalogue, weights: harsh).read(source).claims.filter {
            if case .deployment = $0.content { true } else { false }
        }
        #expect(deals.isEmpty)
    }

    @Test(arguments: [
        ("Oracle's experts trained engineers of Kenya's tax authority.", 0),
        ("甲骨文为肯尼亚税务局的工程师提供培训。", 0),
        ("Oracle's experts advised Kenya's tax authority on a data centre.", 1),
        ("Oracle's experts trained engineers for the data centre of Kenya.", 1),
    ])
    func `however likely, training alone is no deal`(text: String, count: Int) throws {
        let likely = try Weights(text: "supplier\tbias\t9\nbuyer\tline\t9\nfinancier\tbias\t-9")
        let reader = try Reader(catalogue: Shelf.catalogue.get(), weights: likely)
        let source = SourceText(id: DocumentID(rawValue: "x"), text: text)
        let deals = reader.read(source).claims.filter {
            if case .deployment = $0.content { true } else { false }
        }
        #expect(deals.count == count)
    }

    @Test(arguments: [
        ("The Kenyan treasury runs on Oracle, which installed it in 2015.", "operational"),
        ("Kenya signed a memorandum of understanding with Oracle on a data centre.", "agreed"),
    ])
    func `how far a deal has come is what its words say, and no more`(
        text: String,
        status: String
    ) throws {
        let statuses = try Shelf.annotate(text).deployments.map(\.status)
        #expect(statuses == [status])
    }

    private func financiers(_ text: String, _ weights: String) throws -> [String] {
        let reader = try Reader(catalogue: Shelf.catalogue.get(), weights: Weights(text: weights))
        let source = SourceText(id: DocumentID(rawValue: "x"), text: text)
        return reader.read(source).claims.flatMap { claim -> [String] in
            if case .deployment(let deal) = claim.content {
                deal.financiers.map(\.rawValue)
            } else {
                []
            }
        }
    }

    @Test(arguments: [
        ("Kenya hired Oracle for a data centre. Part came out of Norad's pocket.", 1),
        ("Kenya hired Oracle for a data centre.\n\nPart came out of Norad's pocket.", 0),
        ("Kenya hired Oracle for a data centre. Part came out of Kenya's pocket.", 0),
        ("Kenya hired Oracle for a data centre. Part came out of Oracle's pocket.", 0),
    ])
    func `a sentence after a deal may name who pays, but none who buys or supplies`(
        text: String,
        count: Int
    ) throws {
        let found = try financiers(
            text,
            "supplier\tbias\t-1\nfinancier\tprev n:data centre\t-9\nfinancier\tin pocket\t9\nfinancier\tbias\t-4"
        )
        #expect(found.count == count)
    }

    @Test(arguments: [(0.1, Deployment.Status.unknown), (3, .operational)])
    func `where no word tells how far a deal has come, a likely status counts, and no guess`(
        weight: Double,
        status: Deployment.Status
    ) throws {
        let text = "Kenya's data centre: Oracle."
        let likely = "supplier\tbias\t9\nbuyer\tline\t9\nstatus\tstatus operational\t\(weight)"
        let reader = try Reader(catalogue: Shelf.catalogue.get(), weights: Weights(text: likely))
        let source = SourceText(id: DocumentID(rawValue: "x"), text: text)
        let statuses = reader.read(source).claims.compactMap { claim in
            if case .deployment(let deal) = claim.content { deal.status } else { nil }
        }
        #expect(statuses == [status])
    }
}

import Evidence
import Testing

@testable import Reading

/// Ties between parties by the sum of their evidence.
struct TieTests {
    @Test func `evidence chooses between the ways to be tied, and none`() throws {
        let weights = try TieWeights(
            text: "located-in\tt in\t4\nlocated-in back\tt 's\t4\nnone\tbias\t2\n"
        )
        var evidence = weights.blank(isNamed: false)
        evidence.insert("bias")
        #expect(try #require(weights.likeliest(evidence)).chance < 0.2)
        evidence.insert("t ", "in")
        let best = try #require(weights.likeliest(evidence))
        #expect(best.tie.kind == .locatedIn && !best.tie.isBackward)
        #expect(best.chance > 0.6)
    }

    @Test func `without weights nothing is tied`() throws {
        let weights = try TieWeights(text: "# nothing\n")
        #expect(weights.likeliest(weights.blank(isNamed: false)) == nil)
    }

    @Test(arguments: ["located-in\tbias", "beside\tbias\t1", "partners-with back\tbias\t1"])
    func `a line that is no weight is an error`(line: String) {
        #expect(throws: LexiconError.self) { try TieWeights(text: line) }
    }

    @Test(arguments: [
        ("改请芬兰的Tietoevry旗下公司印制护照。", "Tietoevry", "Finland"),
        ("电子护照（护照局） | 泰雷兹（法国） | 政府预算", "Thales", "France"),
        ("内政部项目（德国Veridos承制）累计发卡4000万张；", "Veridos", "Germany"),
    ])
    func `a tie that no rule tells is told by its evidence`(
        text: String,
        company: String,
        home: String
    ) throws {
        let ties = try Shelf.annotate(text).relations.filter { $0.rule == "weighed.tie@1" }
        #expect(ties.map(\.type) == [.locatedIn])
        #expect(ties.map(\.from) == [company] && ties.map(\.to) == [home])
        #expect(ties.map(\.quote) == [text])
    }

    @Test func `nothing is told twice, and nothing of what a sentence denies`() throws {
        let text = "Oracle is based in Austin. Huawei does not own Novitel."
        let ties = try Shelf.read(text).claims.compactMap { claim -> Relation? in
            if case .relation(let tie) = claim.content { tie } else { nil }
        }
        #expect(Set(ties).count == ties.count)
        #expect(!ties.contains { $0.kind == .ownsStake || $0.kind == .controls })
    }
}

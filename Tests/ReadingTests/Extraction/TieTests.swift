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

    @Test func `nothing is told twice, and nothing of what a sentence denies`() throws {
        let text = "Oracle is based in Austin. Huawei does not own Novitel."
        let ties = try Shelf.read(text).claims.compactMap { claim -> Relation? in
            if case .relation(let tie) = claim.content { tie } else { nil }
        }
        #expect(Set(ties).count == ties.count)
        #expect(!ties.contains { $0.kind == .ownsStake || $0.kind == .controls })
    }
}

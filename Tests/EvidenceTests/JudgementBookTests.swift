import Evidence
import TestSupport
import Testing

struct JudgementBookTests {
    /// A judgement recorded in a minute of one hour.
    private func judgement(
        _ id: String,
        _ action: Judgement.Action,
        _ left: EntityID? = nil,
        _ right: EntityID? = nil,
        undoes: String? = nil,
        minute: Int
    ) -> Judgement {
        Judgement(
            id: id,
            action: action,
            left: left,
            right: right,
            undoes: undoes,
            author: "A. Analyst",
            reason: "a register says so",
            recorded: "2026-01-01T10:\(minute / 10)\(minute % 10):00.000Z"
        )
    }

    private func book(_ judgements: [Judgement], unknown: Set<EntityID> = []) -> JudgementBook {
        JudgementBook(
            judgements,
            isKnown: { !unknown.contains($0) },
            isCurated: { $0.rawValue.hasPrefix("curated") }
        )
    }

    @Test func `of two merged ids the curated one survives, else the smaller`() {
        let merged = book([
            judgement("1", .merge, "a", "curated-z", minute: 1),
            judgement("2", .merge, "x-2", "x-1", minute: 2),
        ])
        #expect(merged.survivors == ["a": "curated-z", "x-2": "x-1"])
        #expect(merged.survivor(of: "curated-z") == "curated-z")
    }

    @Test func `merges go on from one to the next`() {
        let merged = book([
            judgement("1", .merge, "c", "d", minute: 1),
            judgement("2", .merge, "a", "b", minute: 2),
            judgement("3", .merge, "d", "a", minute: 3),
        ])
        #expect(merged.survivors == ["b": "a", "c": "a", "d": "a"])
    }

    @Test func `an undo takes a merge back, and an undo of the undo brings it again`() {
        let merge = judgement("1", .merge, "a", "b", minute: 1)
        let undo = judgement("2", .undo, undoes: "1", minute: 2)
        let again = judgement("3", .undo, undoes: "2", minute: 3)
        #expect(book([merge, undo]).survivors.isEmpty)
        #expect(book([merge, undo, again]).survivors == ["b": "a"])
    }

    @Test func `an undo of what is recorded later, or of nothing, does nothing`() {
        let merge = judgement("1", .merge, "a", "b", minute: 5)
        let early = judgement("2", .undo, undoes: "1", minute: 2)
        let stray = judgement("3", .undo, undoes: "none", minute: 6)
        #expect(book([merge, early, stray]).survivors == ["b": "a"])
    }

    @Test func `of two judgements on one pair the later holds`() {
        let merge = judgement("1", .merge, "a", "b", minute: 1)
        let split = judgement("2", .split, "b", "a", minute: 2)
        let again = judgement("3", .merge, "a", "b", minute: 3)
        #expect(book([merge, split]).survivors.isEmpty)
        #expect(book([merge, split, again]).survivors == ["b": "a"])
    }

    @Test func `a split within a chain takes back the merge that was judged last`() {
        let chain = book([
            judgement("1", .merge, "a", "b", minute: 1),
            judgement("2", .merge, "b", "c", minute: 2),
            judgement("3", .split, "a", "c", minute: 3),
        ])
        #expect(chain.survivors == ["b": "a"])
        #expect(chain.contradicted == ["2"])
    }

    @Test func `judgements on ids that nobody knows yet wait`() {
        let merge = judgement("1", .merge, "a", "b", minute: 1)
        #expect(book([merge], unknown: ["b"]).survivors.isEmpty)
        #expect(book([merge]).survivors == ["b": "a"])
    }

    @Test func `a pair of one, or a record without its fields, says nothing`() {
        let odd = book([
            judgement("1", .merge, "a", "a", minute: 1),
            judgement("2", .merge, "a", nil, minute: 2),
            judgement("3", .undo, minute: 3),
        ])
        #expect(odd.survivors.isEmpty)
    }

    @Test func `the order in which judgements are learned does not matter`() {
        var random = SplitMix64(seed: 7)
        let ids: [EntityID] = ["a", "b", "c", "d", "e", "curated-f"]
        for _ in 0..<200 {
            var judgements: [Judgement] = []
            for number in 0..<12 {
                let action = Judgement.Action.allCases.randomElement(using: &random) ?? .merge
                judgements.append(
                    judgement(
                        "j\(number)",
                        action,
                        ids.randomElement(using: &random),
                        ids.randomElement(using: &random),
                        undoes: "j\(Int.random(in: 0..<12, using: &random))",
                        minute: Int.random(in: 0..<6, using: &random)
                    )
                )
            }
            let first = book(judgements)
            let second = book(judgements.shuffled(using: &random))
            #expect(first.survivors == second.survivors)
            #expect(first.contradicted == second.contradicted)
            // Nobody is counted as somebody who is not counted by themselves.
            #expect(first.survivors.values.allSatisfy { first.survivors[$0] == nil })
        }
    }

    @Test func `a renamed claim keeps its id, and names each party once`() {
        let claim = Claim(
            id: ClaimID(rawValue: "c-1"),
            content: .deployment(
                Deployment(
                    recipient: "xa",
                    system: "cloud",
                    category: .dataCentre,
                    suppliers: ["x-2", "vendor"],
                    operators: ["x-2"]
                )
            ),
            quote: Quote(document: DocumentID(rawValue: "d"), text: "x", range: 0..<1),
            rule: "r@1",
            source: SourceGrade()
        )
        let renamed = claim.renamed { $0 == "x-2" ? "vendor" : $0 }
        guard case .deployment(let deployment) = renamed.content else { return }
        #expect(renamed.id == claim.id)
        #expect(deployment.suppliers == ["vendor"])
        #expect(deployment.operators == ["vendor"])
        #expect(deployment.recipient == "xa")
    }
}

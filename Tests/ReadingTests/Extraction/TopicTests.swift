import Evidence
import Testing

@testable import Reading

/// Risks, protections and incidents by the sum of their evidence.
struct TopicTests {
    private let weights = """
        # note
        outage\tbias\t-1
        outage\tw dark\t3
        misuse\tbias\t-4
        subject\ttold\t1
        subject\tline\t1
        subject\toutage line\t2
        subject\trule same\t1.5
        subject\tnone\t0.5
        """

    @Test func `a line's evidence gives each topic its probability, and none to one unknown`()
        throws
    {
        let weights = try TopicWeights(text: weights)
        var evidence = weights.blank(isNamed: false)
        evidence.insert("bias")
        evidence.insert("w ", "dark")
        let chances = weights.probabilities(evidence)
        #expect(chances.map(\.topic) == [.incident(.outage), .incident(.misuse)])
        #expect(chances[0].chance > 0.87 && chances[0].chance < 0.89)
        #expect(chances[1].chance < 0.02)
    }

    @Test func `a fact counts for a subject by itself and together with the topic`() throws {
        let weights = try TopicWeights(text: weights)
        let (one, other) = (EntityID(rawValue: "one"), EntityID(rawValue: "other"))
        let candidates: [EntityID: [SubjectEvidence]] = [
            one: [.fact("line")], other: [.rule(.incident(.misuse)), .fact("told")],
        ]
        let outage = weights.probabilities(of: .incident(.outage), candidates)
        #expect(outage[one, default: 0] > 0.8)
        let misuse = weights.probabilities(of: .incident(.misuse), candidates)
        #expect(misuse[other, default: 0] > misuse[one, default: 0])
        #expect(misuse.values.reduce(0, +) < 1)
    }

    @Test(arguments: ["outage\tbias", "weather\tbias\t1", "outage\tbias\tmuch"])
    func `a line that is no weight is an error`(line: String) {
        #expect(throws: LexiconError.self) { try TopicWeights(text: line) }
    }

    @Test(arguments: [
        ("Hackers might lock the registry next year.", true),
        ("In May 2023 hackers locked the registry.", false),
        ("\u{82E5}\u{9ED1}\u{5BA2}\u{5165}\u{4FB5}\u{7CFB}\u{7EDF}", true),
    ])
    func `what may happen has not happened`(text: String, isHypothetical: Bool) throws {
        let scalars = ScalarText(text)
        let passage = TopicPassage(
            tokens: LexemeReader.tokens(of: scalars, in: 0..<scalars.count),
            quantities: try Shelf.reader.get().lexicon.quantities
        )
        #expect(passage.isHypothetical == isHypothetical)
    }

    @Test func `an incident that is told is one`() throws {
        let text = "Kenya's tax portal went dark for two days in March."
        #expect(try Shelf.annotate(text).incidents.map(\.kind) == [.outage])
    }

    @Test(arguments: [
        "Kenya's tax portal did not go dark, the revenue authority said; it was never offline.",
        "Kenya's tax portal might go offline if hackers strike again.",
    ])
    func `an incident that is denied or feared is none`(text: String) throws {
        let incidents = try Shelf.annotate(text).incidents
        #expect(incidents.isEmpty, "\(incidents)")
    }

    @Test func `a body is known by its office, and by what its country is`() throws {
        let text = "Kenya's Ministry of Health bought scanners in Kenya."
        let source = SourceText(id: DocumentID(rawValue: "x"), text: text)
        let evidence = try Shelf.reader.get().records(source).filter { $0.choice == .subject }
            .flatMap(\.evidence)
        #expect(evidence.contains("office ministry"))
        #expect(evidence.contains("publicBody at home line"))
        #expect(!evidence.contains { $0.lowercased().contains("kenya") })
    }
}

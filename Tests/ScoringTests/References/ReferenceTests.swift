import Evidence
import Scoring
import Testing

extension Reference: CustomTestStringConvertible {
    var testDescription: String { name }
}

struct ReferenceTests {
    @Test(arguments: Reference.references)
    func `a government worked by hand`(reference: Reference) throws {
        let assessment = try #require(reference.scene.assess(reference.subject, with: engine()))
        let score = assessment.dataSovereignty
        #expect(abs(score.evidenced - reference.d) < 1e-9, "D \(score.evidenced)")
        #expect(abs(assessment.lockIn.evidenced - reference.l) < 1e-9, "L \(assessment.lockIn)")
        if let dHi = reference.dHi { #expect(abs(score.hi - dHi) < 1e-9, "hi \(score.hi)") }
        if let lHi = reference.lHi {
            #expect(abs(assessment.lockIn.hi - lHi) < 1e-9, "L's hi \(assessment.lockIn.hi)")
        }
        if let floor = reference.floor { #expect(score.floor?.label ?? "-" == floor) }
        #expect(reference.matches(try engine()))
    }

    @Test func `a memorandum counts less than the same facts as a contract`() {
        #expect(Reference.memorandum.d < Reference.contract.d)
    }

    @Test func `a city on a domestic cloud is low in D and high in L`() {
        #expect(Reference.city.d <= 10)
        #expect(Reference.city.l >= 20)
    }

    @Test func `a national data centre from abroad is above 25`() {
        #expect(Reference.senegal.d > 25)
    }
}

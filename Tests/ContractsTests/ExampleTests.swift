import Contracts
import Evidence
import Foundation
import Messaging
import Scoring
import Testing

/// The examples tell one story, so that they can be read as one.
struct ExampleTests {
    private func read<M: Message>(_ type: M.Type) throws -> M {
        let data = try ContractFiles.data("\(type)/example.json")
        return try JSONDecoder().decode(CloudEvent<M>.self, from: data).data
    }

    @Test func `the document is named by its bytes, and announced as it is`() throws {
        let document = try read(DocumentIngested.self)
        let segment = try read(DocumentSegment.self)
        #expect(document.id == DocumentID(of: Data(segment.text.utf8)))
        #expect(segment.document == document.id)
        #expect(document.segments == 1)
        #expect(document.scalars == segment.text.unicodeScalars.count)
    }

    @Test func `every claim quotes the document exactly`() throws {
        let scalars = Array(try read(DocumentSegment.self).text.unicodeScalars)
        for claim in [try read(ClaimAsserted.self).claim, try read(ClaimChanged.self).claim] {
            var quoted = String.UnicodeScalarView()
            quoted.append(contentsOf: scalars[claim.quote.range])
            #expect(String(quoted) == claim.quote.text)
        }
    }

    @Test func `a claim that changes keeps its id, place and kind`() throws {
        let before = try read(ClaimAsserted.self).claim
        let after = try read(ClaimChanged.self).claim
        #expect(before != after)
        #expect(before.id == after.id)
        #expect(before.quote == after.quote)
        #expect(before.content.kindName == after.content.kindName)
    }

    @Test func `what came of the document names the claims that are asserted of it`() throws {
        let done = try read(DocumentRead.self)
        let claim = try read(ClaimAsserted.self).claim
        #expect(done.document == claim.quote.document)
        #expect(done.claims.contains(claim.id))
        #expect(done.claims.contains(try read(ClaimRetracted.self).id))
        #expect(Set(claim.content.parties).isSubset(of: done.entities))
    }

    @Test func `an entity that changes is one that was registered`() throws {
        let before = try read(EntityRegistered.self).entity
        let after = try read(EntityChanged.self).entity
        #expect(before != after)
        #expect(before.id == after.id)
    }

    @Test func `the score is the sum of its contributions, which rest on the claim`() throws {
        let score = try #require(try read(ScoreChanged.self).assessment)
        for part in [score.dataSovereignty, score.lockIn] {
            let sum = part.contributions.reduce(0) { $0 + $1.points }
            #expect(abs(sum - part.evidenced) < 1e-4)
        }
        let claim = try read(ClaimAsserted.self).claim
        #expect(score.deployments.contains { $0.claims.contains(claim.id) })
    }
}

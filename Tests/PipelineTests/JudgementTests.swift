import Foundation
import TestSupport
import Testing

@testable import Mooring

/// People say who is who, and the running services count accordingly.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct JudgementTests {
    private static let texts = [
        "The Ministry of Health of Uganda signed a contract with Brimwell Networks Ltd for a "
            + "national health data centre in 2021.",
        "Brimvale Systems GmbH supplied the cloud platform of the Ministry of Finance of Uganda "
            + "in 2022.",
    ]

    private struct Entities: Decodable {
        var items: [Item]

        struct Item: Decodable {
            var id: String
            var name: String
        }
    }

    private struct Claims: Decodable {
        var total: Int
    }

    private struct Entity: Decodable {
        var mergedInto: String?
        var merged: [String]
        var candidates: [Candidate]

        struct Candidate: Decodable {
            var entity: String
            var score: Double
            var reasons: [String]
        }
    }

    @Test func `a merge is counted, undone without a trace, and outlives lost stores`()
        async throws
    {
        let stack = try LocalStack()
        try await stack.start()
        let folder = try TemporaryFolder()
        var last = PipelinePositions.Position(epoch: "", sequence: 0)
        for (number, text) in Self.texts.enumerated() {
            let file = folder.file("\(number).txt")
            try Data(text.utf8).write(to: file)
            last = try await stack.submit(file)
        }
        let before = try await stack.report(after: last)
        let first = try await id("Brimwell", stack)
        let second = try await id("Brimvale", stack)
        #expect(try await claims(of: first, stack) > 0)
        #expect(try await claims(of: second, stack) > 0)
        let all = try await claims(of: first, stack) + claims(of: second, stack)

        try await judge(
            #"{"id": "j-1", "action": "merge", "left": "\#(first)", "right": "\#(second)""#,
            stack
        )
        let survivor = min(first, second)
        let other = max(first, second)
        #expect(try await eventually { try await claims(of: survivor, stack) == all })
        #expect(try await claims(of: other, stack) == 0)
        #expect(try await entity(other, stack).mergedInto == survivor)
        #expect(try await entity(survivor, stack).merged == [other])

        // The registry keeps what was judged, also when it is told from a journal that begins anew.
        await stack.crash("reporter")
        try await stack.loseStore(of: "reporter")
        try await stack.start("reporter")
        #expect(
            try await eventually { (try? await entity(other, stack))?.mergedInto == survivor }
        )

        try await judge(#"{"id": "j-2", "action": "undo", "undoes": "j-1""#, stack)
        #expect(try await eventually { try await entity(other, stack).mergedInto == nil })
        #expect(try await eventually { try await stack.get("/api/v1/report").body == before })
        for name in LocalStack.names { #expect(await stack.stop(name) == 0) }
    }

    @Test func `likely names of one entity are suggested, and not once they are judged`()
        async throws
    {
        let stack = try LocalStack()
        try await stack.start()
        let folder = try TemporaryFolder()
        let file = folder.file("0.txt")
        let text = "The Ministry of Health of Uganda bought servers from Infossys in 2021."
        try Data(text.utf8).write(to: file)
        _ = try await stack.report(after: stack.submit(file))
        #expect(try await eventually { try await !suggested(stack).isEmpty })
        let entity = try #require(try await suggested(stack).first)
        let candidate = try #require(try await self.entity(entity, stack).candidates.first)
        #expect(candidate.score >= 0.7 && !candidate.reasons.isEmpty)
        try await judge(
            #"{"action": "split", "left": "\#(entity)", "right": "\#(candidate.entity)""#,
            stack
        )
        #expect(
            try await eventually {
                try await !self.entity(entity, stack).candidates.map(\.entity)
                    .contains(candidate.entity)
            }
        )
    }

    private func suggested(_ stack: LocalStack) async throws -> [String] {
        let answer = try await stack.get("/api/v1/entities?suggested=true")
        return try JSONDecoder().decode(Entities.self, from: answer.body).items.map(\.id)
    }

    private func id(_ name: String, _ stack: LocalStack) async throws -> String {
        let answer = try await stack.get("/api/v1/entities?q=\(name)")
        let found = try JSONDecoder().decode(Entities.self, from: answer.body).items
        #expect(found.count == 1)
        return try #require(found.first).id
    }

    private func claims(of id: String, _ stack: LocalStack) async throws -> Int {
        let answer = try await stack.get("/api/v1/claims?entity=\(id)")
        return try JSONDecoder().decode(Claims.self, from: answer.body).total
    }

    private func entity(_ id: String, _ stack: LocalStack) async throws -> Entity {
        let answer = try await stack.get("/api/v1/entities/\(id)")
        return try JSONDecoder().decode(Entity.self, from: answer.body)
    }

    /// Records a judgement, with who decided and why added.
    private func judge(_ fields: String, _ stack: LocalStack) async throws {
        let body = fields + #", "author": "A. Analyst", "reason": "one register entry"}"#
        let status = try await stack.post("/api/v1/judgements", Data(body.utf8)).status
        #expect(status == 201)
    }
}

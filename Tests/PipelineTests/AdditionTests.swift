import Foundation
import TestSupport
import Testing

@testable import Mooring

/// Names that somebody adds work on the next document, and on earlier ones.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct AdditionTests {
    private struct Entity: Decodable {
        var claimCount: Int
    }

    @Test func `a name that is added works on the next document and on earlier ones`() async throws
    {
        let stack = try LocalStack()
        try await stack.start()
        let folder = try TemporaryFolder()
        func submit(_ number: Int, _ text: String) async throws -> PipelinePositions.Position {
            let file = folder.file("\(number).txt")
            try Data(text.utf8).write(to: file)
            return try await stack.submit(file)
        }
        func claims() async throws -> Int {
            let answer = try await stack.get("/api/v1/entities/xq-brightvale-works")
            guard answer.isSuccess else { return 0 }
            return try JSONDecoder().decode(Entity.self, from: answer.body).claimCount
        }
        let first = try await submit(
            1,
            "The Ministry of Health of Uganda signed a contract with Quorvane for a national "
                + "health data centre in 2021."
        )
        _ = try await stack.report(after: first)
        #expect(try await claims() == 0)

        try await stack.addNames("mine.txt", "[company of xq]\nBrightvale Works = Quorvane\n")
        let second = try await submit(
            2,
            "The Ministry of Finance of Uganda signed a contract with Quorvane for a cloud "
                + "platform in 2022."
        )
        _ = try await stack.report(after: second)
        #expect(try await claims() >= 1)
        // The document of before is read again in the background.
        #expect(try await eventually { try await claims() >= 2 })

        // What cannot be read is told in the log, and the names of before stay.
        try await stack.addNames("broken.yaml", "- {id: [")
        let third = try await submit(
            3,
            "The Ministry of Education of Uganda signed a contract with Quorvane for a learning "
                + "platform in 2023."
        )
        _ = try await stack.report(after: third)
        #expect(try await claims() >= 3)
        for name in LocalStack.names { #expect(await stack.stop(name) == 0) }
    }
}

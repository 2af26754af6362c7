import ArgumentParser
import Foundation

/// `mooring judge`.
struct JudgeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "judge",
        abstract: "Decide who is who: merge two entities, split them, or undo a judgement.",
        discussion: """
            Judgements are only ever added, each with who decided and why. Claims and scores \
            follow within moments, and “undo” brings back what was read.
            """,
        subcommands: [Merge.self, Split.self, Undo.self, List.self]
    )

    /// Who decides, and why.
    struct Grounds: ParsableArguments {
        @Option(help: "Who decides.")
        var author: String

        @Option(help: "Why, in words that hold a year later.")
        var reason: String
    }

    struct Merge: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say that two entities are one; the curated one survives, else the first id."
        )

        @OptionGroup var addresses: ServiceAddresses
        @OptionGroup var grounds: Grounds

        @Argument(help: "An entity's id, or a name that only one entity has.")
        var left: String

        @Argument(help: "Another one's.")
        var right: String

        func run() async throws {
            try await JudgementSender(addresses).send("merge", (left, right), grounds)
        }
    }

    struct Split: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say that two entities are two, whatever else makes them one."
        )

        @OptionGroup var addresses: ServiceAddresses
        @OptionGroup var grounds: Grounds

        @Argument(help: "An entity's id, or a name that only one entity has.")
        var left: String

        @Argument(help: "Another one's.")
        var right: String

        func run() async throws {
            try await JudgementSender(addresses).send("split", (left, right), grounds)
        }
    }

    struct Undo: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take a judgement back; it stays on record."
        )

        @OptionGroup var addresses: ServiceAddresses
        @OptionGroup var grounds: Grounds

        @Argument(help: "The judgement's id; “mooring judge list” has them.")
        var judgement: String

        func run() async throws {
            try await JudgementSender(addresses).send(undoing: judgement, grounds)
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print what was decided, the latest first."
        )

        @OptionGroup var addresses: ServiceAddresses

        @Option(help: "Only judgements on this entity, by its id or name.")
        var entity: String?

        @Option(help: "How many at the most, up to 1000.")
        var limit = 100

        func run() async throws {
            let sender = JudgementSender(addresses)
            var query = ["limit": "\(limit)"]
            if let entity { query["entity"] = try await sender.entity(entity).id }
            let list: JudgementSender.Listed = try await sender.client.value(
                "/api/v1/judgements",
                query: query
            )
            for item in list.items { Terminal.write(item.line + "\n") }
            if list.total > list.items.count {
                Terminal.note("\(list.items.count) of \(list.total); --limit shows more")
            }
        }
    }
}

/// Sends judgements to the reporter, and reads them there.
struct JudgementSender {
    let client: HTTPClient

    init(_ addresses: ServiceAddresses) {
        client = HTTPClient(base: addresses.reporter)
    }

    /// A judgement as the reporter has it.
    struct Item: Decodable {
        var id: String
        var action: String
        var left: String?
        var right: String?
        var undoes: String?
        var author: String
        var reason: String
        var recorded: String

        var line: String {
            let about = [left, right, undoes].compactMap(\.self).joined(separator: " ")
            return "\(recorded)  \(id)  \(action) \(about)  (\(author)) \(reason)"
        }
    }

    struct Listed: Decodable {
        var items: [Item]
        var total: Int
    }

    struct Named: Decodable {
        var id: String
        var name: String
    }

    private struct Found: Decodable {
        var items: [Named]
        var total: Int
    }

    private struct Detail: Decodable {
        var entity: Named
    }

    /// The entity with an id, or the only one with a name.
    func entity(_ text: String) async throws -> Named {
        let isID = !text.isEmpty && text.utf8.allSatisfy { $0 > 32 && $0 < 127 && $0 != 47 }
        if isID, let detail: Detail = try? await client.value("/api/v1/entities/\(text)") {
            return detail.entity
        }
        let found: Found = try await client.value(
            "/api/v1/entities",
            query: ["q": text, "limit": "20"]
        )
        let exact = found.items.filter { $0.name.lowercased() == text.lowercased() }
        let chosen = exact.count == 1 ? exact : found.items
        guard chosen.count == 1, found.total <= 20 || exact.count == 1 else {
            let names = found.items.map { "\($0.name) (\($0.id))" }.joined(separator: ", ")
            throw HTTPClient.Failure(
                description: found.items.isEmpty
                    ? "no entity is called “\(text)”" : "“\(text)” may be \(names)"
            )
        }
        return chosen[0]
    }

    func send(
        _ action: String,
        _ pair: (String, String),
        _ grounds: JudgeCommand.Grounds
    ) async throws {
        let (left, right) = (try await entity(pair.0), try await entity(pair.1))
        let item = try await record([
            "action": action, "left": left.id, "right": right.id, "author": grounds.author,
            "reason": grounds.reason,
        ])
        Terminal.write("\(item.id)\n")
        Terminal.note("\(action): \(left.name) (\(left.id)) and \(right.name) (\(right.id))")
    }

    func send(undoing id: String, _ grounds: JudgeCommand.Grounds) async throws {
        let item = try await record([
            "action": "undo", "undoes": id, "author": grounds.author, "reason": grounds.reason,
        ])
        Terminal.write("\(item.id)\n")
    }

    private func record(_ fields: [String: String]) async throws -> Item {
        // With an id of its own, so that a request that is sent twice is one judgement.
        var fields = fields
        fields["id"] = "j-\(UUID().uuidString.lowercased())"
        let answer = try await client.post(
            "/api/v1/judgements",
            query: [:],
            body: try JSONEncoder().encode(fields),
            contentType: "application/json"
        )
        guard answer.isSuccess else { throw HTTPClient.Failure(description: answer.problem) }
        return try JSONDecoder().decode(Item.self, from: answer.body)
    }
}

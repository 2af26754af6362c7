import Foundation
import Reading

/// Finds a government by its id or its name.
struct SubjectSearch {
    let client: HTTPClient

    /// - Throws: ``HTTPClient/Failure`` that lists what was found where it is not one.
    func id(of text: String) async throws -> String {
        let isID = !text.isEmpty && text.allSatisfy { $0.isASCII && !$0.isWhitespace && $0 != "/" }
        if isID, try await client.get("/api/v1/subjects/\(text)").isSuccess { return text }
        let found: RankingList = try await client.value(
            "/api/v1/subjects",
            query: ["q": text, "limit": "20"]
        )
        let exact = found.items.filter { $0.name.lowercased() == text.lowercased() }
        let chosen = exact.count == 1 ? exact : found.items
        guard chosen.count == 1 else {
            guard found.items.isEmpty else {
                throw HTTPClient.Failure(
                    description: "“\(text)” may be \(Self.named(found.items))"
                )
            }
            let near = Self.near(text, try await RankingList.fetch(client, [:]).items)
            let hint = near.isEmpty ? "“mooring report” lists them" : "near it: \(Self.named(near))"
            throw HTTPClient.Failure(
                description: "no scored government is called “\(text)”; \(hint)"
            )
        }
        return chosen[0].id
    }

    private static func named(_ items: [RankingList.Item]) -> String {
        items.map { "\($0.name) (\($0.id))" }.joined(separator: ", ")
    }

    /// The few whose names a slip of the hand may have turned into a text, nearest first.
    static func near(_ text: String, _ items: [RankingList.Item]) -> [RankingList.Item] {
        let typed = Array(text.lowercased().utf8)
        let distances = items.compactMap { item in
            let name = Array(item.name.lowercased().utf8)
            let limit = max(1, min(typed.count, name.count) / 4)
            return EditDistance.between(typed, name, atMost: limit).map { ($0, item) }
        }
        return distances.sorted { ($0.0, $0.1.name) < ($1.0, $1.1.name) }.prefix(3).map(\.1)
    }
}

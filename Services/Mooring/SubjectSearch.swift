import Foundation

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
            let names = found.items.map { "\($0.name) (\($0.id))" }.joined(separator: ", ")
            throw HTTPClient.Failure(
                description: found.items.isEmpty
                    ? "no scored government is called “\(text)”; “mooring report” lists them"
                    : "“\(text)” may be \(names)"
            )
        }
        return chosen[0].id
    }
}

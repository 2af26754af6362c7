import Foundation
import Testing

@testable import Reporter

struct OpenAPITests {
    @Test func `the description has the routes that there are, and no others`() async throws {
        let reporter = try ReporterUnderTest()
        let described = try Self.paths().flatMap { path, operations in
            operations.keys.map { "\($0.uppercased()) \(path)" }
        }
        let answered = reporter.routes.filter {
            $0.contains(" /api/") && !$0.hasPrefix("HEAD ")
        }
        #expect(Set(described) == Set(answered))
    }

    @Test func `it has the parameters and the sorts of every list`() throws {
        try expect(SubjectList.self, at: "/api/v1/subjects")
        try expect(ClaimList.self, at: "/api/v1/claims")
        try expect(ClaimList.self, at: "/api/v1/subjects/{id}/evidence")
        try expect(EntityList.self, at: "/api/v1/entities")
        try expect(DocumentList.self, at: "/api/v1/documents")
        try expect(HistoryList.self, at: "/api/v1/subjects/{id}/history")
        try expect(AlertList.self, at: "/api/v1/alerts")
        try expect(JudgementList.self, at: "/api/v1/judgements")
        try expect(DeadLetterList.self, at: "/api/v1/dead-letters")
    }

    @Test(arguments: [
        ("/api/v1/subjects", "Subject"), ("/api/v1/claims", "Claim"),
        ("/api/v1/entities", "Entity"), ("/api/v1/documents", "Document"),
        ("/api/v1/subjects/xa/history", "HistoryItem"), ("/api/v1/alerts", "Alert"),
    ])
    func `items have the properties that are described`(
        _ path: String,
        _ schema: String
    ) async throws {
        let items = try await ReporterUnderTest(SampleWorld()).get(path).items()
        #expect(!items.isEmpty)
        for item in items { try Self.expect(item, fits: schema) }
    }

    @Test(arguments: [
        ("/api/v1/subjects/xa", "SubjectDetail"), ("/api/v1/entities/vendor", "EntityDetail"),
        ("/api/v1/suppliers/vendor", "Supplier"), ("/api/v1/positions", "Positions"),
        ("/api/v1/documents/" + String(repeating: "0", count: 63) + "1", "DocumentDetail"),
        ("/api/v1/report", "Report"),
    ])
    func `details have the properties that are described`(
        _ path: String,
        _ schema: String
    ) async throws {
        try Self.expect(try await ReporterUnderTest(SampleWorld()).get(path).json(), fits: schema)
    }

    // MARK: - Support

    private func expect<List: Listing>(_ list: List.Type, at path: String) throws {
        let operation = try #require(try Self.paths()[path]?["get"] as? [String: Any])
        let parameters = operation["parameters"] as? [[String: Any]] ?? []
        let own = parameters.filter { $0["in"] as? String == "query" }
        let names = Set(own.compactMap { $0["name"] as? String })
        #expect(names == Set(List.filters.map(\.name) + ["sort"]))
        let sort = own.first { $0["name"] as? String == "sort" }?["schema"] as? [String: Any]
        let values = Set(sort?["enum"] as? [String] ?? [])
        #expect(values == Set(List.sorts.keys.flatMap { [$0, "-\($0)"] }))
    }

    private static func expect(_ value: [String: Any], fits name: String) throws {
        let components = try description()["components"] as? [String: Any]
        let schemas = components?["schemas"] as? [String: [String: Any]]
        let schema = try #require(schemas?[name])
        let properties = schema["properties"] as? [String: Any] ?? [:]
        #expect(Set(value.keys).isSubset(of: properties.keys))
        #expect(Set(schema["required"] as? [String] ?? []).isSubset(of: value.keys))
    }

    private static func paths() throws -> [String: [String: Any]] {
        try description()["paths"] as? [String: [String: Any]] ?? [:]
    }

    private static func description() throws -> [String: Any] {
        let bytes = Data(try Resources.bytes("openapi.json"))
        return try JSONSerialization.jsonObject(with: bytes) as? [String: Any] ?? [:]
    }
}

import Evidence
import Foundation
import Scoring

/// The ranking as the reporter lists it.
struct RankingList: Decodable, Sendable {
    var total: Int
    var items: [Item]

    struct Item: Decodable, Sendable {
        var rank: Int?
        var id: String
        var name: String
        var dataSovereignty: Figures
        var lockIn: Figures
        var methodology: String
        var profile: String
        var asOf: String
    }

    struct Figures: Decodable, Sendable {
        var evidenced: Double
        var hi: Double
        var coverage: Double
        var intensity: Double?
        var floor: String?

        /// Whether anything is known: a score of which nothing is known is not 0.
        var isKnown: Bool { coverage > 0 || evidenced > 0 }
    }

    private static let pageSize = 200

    /// Gets the published ranking, or the one for another date.
    static func fetch(_ client: HTTPClient, _ query: [String: String]) async throws -> RankingList {
        let published = try await fetchPublished(client)
        guard !query.isEmpty else { return published }
        let report: CanonicalReport = try await client.value("/api/v1/report", query: query)
        var names = Dictionary(
            published.items.map { ($0.id, $0.name) },
            uniquingKeysWith: { first, _ in first }
        )
        for entry in report.ranking.ranked + report.ranking.insufficientEvidence
        where names[entry.subject.rawValue] == nil {
            names[entry.subject.rawValue] = try await name(of: entry.subject, client)
        }
        let ranked = report.ranking.ranked.enumerated().map { index, entry in
            Item(entry, rank: index + 1, names: names, report)
        }
        let others = report.ranking.insufficientEvidence.map { entry in
            Item(entry, rank: nil, names: names, report)
        }
        return RankingList(total: ranked.count + others.count, items: ranked + others)
    }

    /// What the reporter calls an entity; its id where it knows none.
    private static func name(of id: EntityID, _ client: HTTPClient) async throws -> String {
        struct Described: Decodable {
            var entity: Entity
        }
        let answer = try await client.get("/api/v1/entities/\(id.rawValue)")
        guard answer.isSuccess else { return id.rawValue }
        return try JSONDecoder().decode(Described.self, from: answer.body).entity.name
    }

    private static func fetchPublished(_ client: HTTPClient) async throws -> RankingList {
        var all = RankingList(total: 0, items: [])
        repeat {
            let query = ["limit": "\(pageSize)", "offset": "\(all.items.count)"]
            let page: RankingList = try await client.value("/api/v1/subjects", query: query)
            all.total = page.total
            all.items += page.items
            if page.items.isEmpty { break }
        } while all.items.count < all.total
        return all
    }
}

extension RankingList.Item {
    /// A line of a ranking that was computed for another date.
    fileprivate init(
        _ entry: Ranking.Entry,
        rank: Int?,
        names: [String: String],
        _ report: CanonicalReport
    ) {
        self.init(
            rank: rank,
            id: entry.subject.rawValue,
            name: names[entry.subject.rawValue] ?? entry.subject.rawValue,
            dataSovereignty: RankingList.Figures(entry.dataSovereignty),
            lockIn: RankingList.Figures(entry.lockIn),
            methodology: report.methodology,
            profile: report.profile,
            asOf: report.asOf.description
        )
    }
}

extension RankingList.Figures {
    fileprivate init(_ figures: Ranking.Figures) {
        self.init(
            evidenced: figures.evidenced,
            hi: figures.hi,
            coverage: figures.coverage,
            intensity: figures.intensity,
            floor: figures.floor
        )
    }
}

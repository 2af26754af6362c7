import Evidence
import Foundation
import Scoring

/// Writes random evidence as the tables that the peers read, with numbers for ids.
struct PeerTables {
    let random: RandomEvidence
    private let numbers: [EntityID: Int]

    init(_ random: RandomEvidence) {
        self.random = random
        numbers = Dictionary(
            uniqueKeysWithValues: random.entities.enumerated().map {
                ($0.element.id, $0.offset)
            }
        )
    }

    /// Writes `party.csv`, `holding.csv`, `law.csv`, `statement.csv` and `deployment.csv`.
    func write(to folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let tables: [(String, [String], [[String]])] = [
            ("party", ["id", "kind", "jurisdiction", "within"], random.entities.map(party)),
            ("holding", ["entity", "holder", "means"], random.entities.flatMap(holdings)),
            (
                "law", ["jurisdiction", "compels"],
                random.laws.values.sorted { $0.jurisdiction < $1.jurisdiction }.map {
                    [$0.jurisdiction.rawValue, String($0.compels)]
                }
            ),
            ("statement", ["kind", "subject", "counterpart"], random.claims.compactMap(statement)),
            ("deployment", Self.columns, random.claims.enumerated().compactMap(deployment)),
        ]
        for (name, columns, rows) in tables {
            let lines = ([columns] + rows).map { $0.joined(separator: ",") }
            try (lines.joined(separator: "\n") + "\n").write(
                to: folder.appending(path: "\(name).csv"),
                atomically: false,
                encoding: .utf8
            )
        }
    }

    private func number(_ id: EntityID?) -> String {
        id.flatMap { numbers[$0] }.map(String.init) ?? ""
    }

    private func party(_ entity: Entity) -> [String] {
        let jurisdiction = entity.jurisdiction?.rawValue ?? ""
        return [number(entity.id), entity.kind.rawValue, jurisdiction, number(entity.within)]
    }

    private func holdings(_ entity: Entity) -> [[String]] {
        entity.holdings.map { [number(entity.id), number($0.holder), $0.means.rawValue] }
    }

    private func statement(_ claim: Claim) -> [String]? {
        guard case .statement(let statement) = claim.content else { return nil }
        return [
            statement.kind.rawValue, number(statement.subject), number(statement.counterpart),
        ]
    }

    private static let columns = [
        "id", "subject", "category", "s1", "s2", "op", "fin", "tied", "year", "month", "status",
        "f1", "f2", "reach", "award", "operation", "host", "keyed", "safeguarded", "term",
        "reliability", "assertion", "publisher", "published",
    ]

    private func deployment(_ index: Int, _ claim: Claim) -> [String]? {
        guard case .deployment(let told) = claim.content else { return nil }
        let functions = (told.functions ?? []).map(\.rawValue)
        let host = told.hosting
        return [
            String(index), number(told.recipient), told.category.rawValue,
            number(told.suppliers.first), number(told.suppliers.dropFirst().first),
            number(told.operators.first), number(told.financiers.first),
            told.isFinanceTied == true ? "true" : "false",
            told.date.map { String($0.year) } ?? "",
            told.date?.month.map(String.init) ?? "",
            told.status.rawValue, functions.first ?? "", functions.dropFirst().first ?? "",
            told.reach?.rawValue ?? "", told.award?.rawValue ?? "",
            told.operation?.rawValue ?? "", host?.country?.rawValue ?? "",
            host.map { String($0.isVendorKeyed == true) } ?? "",
            host.map { String($0.hasSafeguards == true) } ?? "",
            told.termYears.map { String($0) } ?? "", claim.source.reliability.rawValue,
            claim.assertion.rawValue, claim.source.publisher ?? "",
            claim.source.published.map { String($0.year) } ?? "",
        ]
    }
}

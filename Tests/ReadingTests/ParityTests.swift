import Evidence
import Foundation
import Testing

@testable import Reading

/// Whether a supplier is found as often wherever it comes from.
///
/// The annotated documents are read three times: with their suppliers, and with companies of two
/// other origins in their place.
struct ParityTests {
    /// Companies of one origin a column, alike in what they sell and in how well they are known.
    private static let rows = [
        ["Huawei", "Oracle", "Thales"], ["ZTE", "Cisco", "Ericsson"],
        ["Hikvision", "Motorola", "Atos"], ["Dahua", "Palantir", "Indra"],
        ["Inspur", "Dell", "Siemens"], ["华为", "甲骨文", "泰雷兹"], ["中兴", "思科", "爱立信"],
        ["海康威视", "摩托罗拉", "源讯"], ["大华", "帕兰提尔", "因陀罗"], ["浪潮", "戴尔", "西门子"],
    ]

    private struct Gold: Decodable {
        struct Named: Decodable {
            var name: String
            var surfaces: [String]
        }
        struct Deal: Decodable {
            var recipient: String
            var suppliers: [String]
        }
        var entities: [Named]
        var deployments: [Deal]
    }

    /// A supplier that an annotated document names in one way, and for whom it supplies.
    private struct Sample {
        var text: String
        var row: [String]
        var name: String
        var recipients: [[String]]
    }

    @Test func `suppliers of three origins are found alike`() throws {
        let samples = try samples()
        #expect(samples.count >= 60)
        var found = [0, 0, 0]
        for sample in samples {
            for origin in found.indices {
                let text = sample.text.replacingOccurrences(
                    of: sample.name,
                    with: sample.row[origin]
                )
                let reading = try Shelf.annotate(text)
                found[origin] += hits(reading, sample.row[origin], sample.recipients)
            }
        }
        let all = samples.map(\.recipients.count).reduce(0, +)
        let recalls = found.map { Double($0) / Double(all) }
        let spread = (recalls.max() ?? 0) - (recalls.min() ?? 0)
        #expect((recalls.min() ?? 0) > 0.3 && spread <= 0.03, "\(recalls)")
    }

    /// For how many of the recipients a reading tells that somebody supplies them.
    private func hits(_ reading: Annotation, _ name: String, _ recipients: [[String]]) -> Int {
        let forms = Dictionary(
            reading.entities.map { ($0.name, Set($0.surfaces + [$0.name])) },
            uniquingKeysWith: { $0.union($1) }
        )
        let supplied = reading.deployments.filter { deal in
            deal.suppliers.contains { forms[$0, default: [$0]].contains(name) }
        }
        .map { forms[$0.recipient, default: [$0.recipient]] }
        return recipients.count { recipient in
            supplied.contains { !$0.isDisjoint(with: recipient) }
        }
    }

    private func samples() throws -> [Sample] {
        let corpus = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "deploy/corpus")
        let texts = try FileManager.default.contentsOfDirectory(
            at: corpus.appending(path: "text"),
            includingPropertiesForKeys: nil
        )
        var found: [Sample] = []
        for url in texts.sorted(by: { $0.path < $1.path }) {
            let stem = url.deletingPathExtension().lastPathComponent
            let file = corpus.appending(path: "gold/\(stem).json")
            guard let data = try? Data(contentsOf: file),
                let gold = try? JSONDecoder().decode(Gold.self, from: data),
                let text = try? String(contentsOf: url, encoding: .utf8)
            else { continue }
            if let sample = sample(text, gold) { found.append(sample) }
        }
        return found
    }

    private func sample(_ text: String, _ gold: Gold) -> Sample? {
        for row in Self.rows {
            let named = row.filter(text.contains)
            guard named.count == 1, let name = named.first,
                let supplier = gold.entities.first(where: { $0.surfaces.contains(name) })
            else { continue }
            let recipients = gold.deployments.filter { $0.suppliers.contains(supplier.name) }
                .map(\.recipient)
            let forms = Set(recipients).sorted().map { recipient in
                gold.entities.first { $0.name == recipient }?.surfaces ?? [recipient]
            }
            if !forms.isEmpty {
                return Sample(text: text, row: row, name: name, recipients: forms)
            }
        }
        return nil
    }
}

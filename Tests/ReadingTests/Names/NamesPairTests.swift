import Evidence
import Foundation
import Gazetteer
import Reading
import Testing

struct NamesPairTests {
    private struct Pair {
        var isSame: Bool
        var left: String
        var right: String
    }

    private func pairs() throws -> [Pair] {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Fixtures/name-pairs.tsv")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            .filter { !$0.hasPrefix("#") }
            .map { line in
                let fields = line.split(separator: "\t").map(String.init)
                try #require(fields.count == 3, "a pair has three fields: \(line)")
                return Pair(isSame: fields[0] == "same", left: fields[1], right: fields[2])
            }
    }

    @Test func `of the labelled pairs nearly all are found and hardly one is false`() throws {
        let finder = try MentionFinder(catalogue: .bundled())
        let resolver = try NameResolver(finder: finder)
        let pairs = try pairs()
        let same = pairs.filter(\.isSame)
        let others = pairs.filter { !$0.isSame }
        #expect(same.count >= 120)
        #expect(others.count >= 120)
        func isSame(_ pair: Pair) -> Bool {
            resolver.compare(pair.left, pair.right).decision == .same
        }
        let missed = same.filter { !isSame($0) }
        let wrong = others.filter(isSame)
        #expect(Double(missed.count) <= 0.05 * Double(same.count), "missed \(missed)")
        #expect(Double(wrong.count) <= 0.01 * Double(others.count), "wrong \(wrong)")
    }

    @Test func `a comparison does not depend on the order`() throws {
        let finder = try MentionFinder(catalogue: .bundled())
        let resolver = try NameResolver(finder: finder)
        for pair in try pairs() {
            let one = resolver.compare(pair.left, pair.right)
            let other = resolver.compare(pair.right, pair.left)
            #expect(one.decision == other.decision, "\(pair.left) and \(pair.right)")
        }
    }
}

import Evidence
import Foundation
import TestSupport
import Testing

@testable import Reading

/// Names by what speaks for each token.
struct MatchingTaggingTests {
    private static let count = NameLabel.all.count

    private static func label(_ name: String) throws -> Int {
        try #require(NameLabel.all.firstIndex { $0.name == name })
    }

    /// Every path of labels that may be, with its sum of scores and steps.
    private static func paths(
        _ scores: [Int32],
        steps: [String: Int32] = [:]
    ) -> [(path: [Int], sum: Int32)] {
        var paths: [(path: [Int], sum: Int32)] = []
        for (label, own) in NameLabel.all.enumerated() where own.mayStart {
            paths.append(([label], scores[label]))
        }
        for place in 1..<scores.count / count {
            paths = paths.flatMap { one in
                NameLabel.all.enumerated().compactMap { label, next in
                    let last = NameLabel.all[one.path[place - 1]]
                    guard last.mayPrecede(next) else { return nil }
                    let step = steps["\(last.name) \(next.name)"] ?? 0
                    return (one.path + [label], one.sum + step + scores[place * count + label])
                }
            }
        }
        return paths.filter { NameLabel.all[$0.path[$0.path.count - 1]].mayEnd }
    }

    private static let text = """
        O\tbias\t1
        B-company\tw acme\t3
        E-company\tw tools\t2.5
        S-company\tw acme\t2
        E-company\tafter B-company\t0.5
        O\tafter O\t-0.25
        """
    private static let steps: [String: Int32] = ["B-company E-company": 50, "O O": -25]

    private static func scores(of length: Int, _ random: inout SplitMix64) -> [Int32] {
        (0..<length * count).map { _ in Int32.random(in: -300...300, using: &random) }
    }

    @Test func `the best path is the best of all paths`() throws {
        let tagger = try NameTagger(text: Self.text)
        var random = SplitMix64(seed: 7)
        for _ in 0..<8 {
            let scores = Self.scores(of: 3, &random)
            let all = Self.paths(scores, steps: Self.steps)
            let best = tagger.best(scores)
            let sum = all.first { $0.path == best }?.sum
            #expect(sum == all.map(\.sum).max())
        }
    }

    @Test func `the chance of a stretch is its share of the odds of all paths`() throws {
        let tagger = try NameTagger(text: Self.text)
        var random = SplitMix64(seed: 7)
        for _ in 0..<8 {
            let scores = Self.scores(of: 3, &random)
            let all = Self.paths(scores, steps: Self.steps)
            let path = tagger.best(scores)
            func odds(_ sum: Int32) -> Double { exp(Double(sum) / 100) }
            let whole = all.map { odds($0.sum) }.reduce(0, +)
            for stretch in [0..<1, 1..<2, 1..<3, 0..<3] {
                let own = all.filter { $0.path[stretch] == path[stretch] }
                let share = own.map { odds($0.sum) }.reduce(0, +) / whole
                #expect(abs(tagger.chance(of: stretch, on: path, scores) - share) < 1e-9)
            }
        }
    }

    @Test func `what is far away hardly changes a chance`() throws {
        let tagger = try NameTagger(text: Self.text)
        var random = SplitMix64(seed: 11)
        let far = 30
        var scores = (0..<2 * far * Self.count).map { _ in
            Int32.random(in: -90...90, using: &random)
        }
        // Names are rare: outside is likely but for the two in the middle.
        for place in 0..<2 * far { scores[place * Self.count] = 900 }
        scores[far * Self.count] = -900
        scores[far * Self.count + (try Self.label("S-person"))] = 300
        let path = tagger.best(scores)
        #expect(NameLabel.all[path[far]].name == "S-person")
        let near = tagger.chance(of: far..<far + 1, on: path, scores)
        let part = Array(scores[(far - 12) * Self.count..<(far + 13) * Self.count])
        let less = tagger.chance(of: 12..<13, on: tagger.best(part), part)
        #expect(abs(near - less) < 1e-3)
        #expect(near > 0.5 && near < 1)
    }

    @Test func `a place that labels agree on stays`() throws {
        let found = try Found("The works at Upper Tarvos District, where rain falls, ended in May.")
        #expect(found.mention("Upper Tarvos District")?.kind == .territory)
    }

    @Test func `evidence adds up to a token's scores`() throws {
        let tagger = try NameTagger(text: Self.text)
        var scores = tagger.scores(of: 2)
        var evidence = tagger.evidence()
        for word: EvidenceWord in ["bias", "w acme", "never seen"] { evidence.insert(word) }
        tagger.score(evidence, at: 1, in: &scores)
        #expect(scores[..<Self.count].allSatisfy { $0 == 0 })
        #expect(scores[Self.count + (try Self.label("O"))] == 100)
        #expect(scores[Self.count + (try Self.label("B-company"))] == 300)
        #expect(scores[Self.count + (try Self.label("S-company"))] == 200)
        tagger.scoreOutside(at: 0, in: &scores)
        #expect(tagger.best(scores) == [NameTagger.outside, try Self.label("S-company")])
    }

    @Test(arguments: ["B-firm\tbias\t1", "O\tbias", "O\tbias\tmuch"])
    func `a line that is no weight is an error`(line: String) {
        #expect(throws: LexiconError.self) { try NameTagger(text: line) }
    }

    @Test func `a path's names are those that begin and end`() throws {
        let path = try ["O", "B-person", "I-person", "E-person", "S-company", "O"].map(Self.label)
        let names = TaggedNames.names(on: path)
        #expect(names.map(\.range) == [1..<4, 4..<5])
        #expect(names.map(\.kind) == [.person, .company])
    }

    @Test func `no list and no rule has them, but the words around tell the names`() throws {
        let found = try Found(
            "\"We shall not renew,\" said Tavrik Ombeleni, deputy director of the agency. "
                + "The platform was built by Quorvex and handed over in May."
        )
        #expect(found.mention("Tavrik Ombeleni")?.kind == .person)
        #expect(found.mention("Quorvex")?.kind == .company)
    }

    @Test func `a Chinese name begins where the words before it end`() throws {
        let found = try Found("该平台由北京云帆数据科技有限公司承建，公司总经理阿卜杜拉·卡里莫夫出席仪式。")
        #expect(found.mention("北京云帆数据科技有限公司")?.kind == .company)
        #expect(found.mention("阿卜杜拉·卡里莫夫")?.kind == .person)
    }

    @Test func `evidence for tokens spells out no name that a list has`() throws {
        let text = TokenisedText("Kenya hired Lanhai Technologies in Nairobi. 蓝海科技在埃及。")
        let records = try MatchingFixture.finder().nameRecords(in: text)
        #expect(records.count == text.tokens.count)
        let names = ["kenya", "lanhai", "nairobi", "蓝海", "海科", "埃及"]
        for evidence in records.flatMap(\.evidence) {
            #expect(!names.contains { evidence.lowercased().contains($0) }, "\(evidence)")
        }
    }
}

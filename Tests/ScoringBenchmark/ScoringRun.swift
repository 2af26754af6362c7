import Evidence
import Foundation
import Scoring

/// Scores seeded random claims from nothing, and writes them and the scores for the peers.
///
///     scoring-benchmark CLAIMS SUBJECTS REPEATS [FOLDER]
@main
struct ScoringBenchmarkMain {
    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        let sizes = arguments.prefix(3).compactMap { Int($0) }
        guard sizes.count == 3 else {
            fail("usage: scoring-benchmark CLAIMS SUBJECTS REPEATS [FOLDER]")
        }
        let random = RandomEvidence(subjects: sizes[1], claims: sizes[0], seed: "\(sizes)")
        var methodology = try Methodology.bundled()
        methodology.laws = random.laws
        let engine = ScoringEngine(methodology: methodology)
        var lines: [String] = []
        var seconds: [Double] = []
        for _ in 0..<sizes[2] {
            let start = ContinuousClock.now
            lines = await scores(of: random, with: engine)
            seconds.append((ContinuousClock.now - start) / .seconds(1))
        }
        print(seconds.map { String($0) }.joined(separator: " "))
        guard arguments.count > 3, let folder = arguments.last else { return }
        let location = URL(filePath: folder)
        try PeerTables(random).write(to: location)
        let header = "subject,d,d_hi,d_coverage,l,l_coverage"
        try ([header] + lines).joined(separator: "\n").write(
            to: location.appending(path: "engine.csv"),
            atomically: false,
            encoding: .utf8
        )
    }

    private static func fail(_ reason: String) -> Never {
        FileHandle.standardError.write(Data((reason + "\n").utf8))
        exit(64)
    }

    /// Every subject's figures, from a base that is made of the claims anew, on all cores.
    private static func scores(
        of random: RandomEvidence,
        with engine: ScoringEngine
    ) async -> [String] {
        let base = EvidenceBase(entities: random.entities, claims: random.claims)
        let places = Dictionary(
            uniqueKeysWithValues: random.entities.enumerated().map { ($0.element.id, $0.offset) }
        )
        let cores = ProcessInfo.processInfo.activeProcessorCount
        return await withTaskGroup(of: [String].self) { group in
            for core in 0..<cores {
                group.addTask {
                    stride(from: core, to: random.subjects.count, by: cores).compactMap {
                        line(random.subjects[$0], in: base, places, engine)
                    }
                }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
    }

    private static func line(
        _ subject: EntityID,
        in base: EvidenceBase,
        _ places: [EntityID: Int],
        _ engine: ScoringEngine
    ) -> String? {
        let found = engine.assess(subject, in: base, asOf: PartialDate(year: 2026))
        guard let found else { return nil }
        let (d, l) = (found.dataSovereignty, found.lockIn)
        let figures = [d.evidenced, d.hi, d.coverage, l.evidenced, l.coverage]
        return ([String(places[subject] ?? -1)] + figures.map { String($0) })
            .joined(separator: ",")
    }
}

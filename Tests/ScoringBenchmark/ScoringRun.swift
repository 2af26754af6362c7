import Evidence
import Foundation
import Scoring

/// Scores seeded random claims from nothing, and writes them and the scores for the peers.
///
///     scoring-benchmark CLAIMS SUBJECTS REPEATS [FOLDER]
///     scoring-benchmark again CLAIMS SUBJECTS...
///
/// The second times how long one more claim takes until its governments are scored anew, for each
/// number of governments.
@main
struct ScoringBenchmarkMain {
    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        if arguments.first == "again" {
            return try again(arguments.dropFirst().compactMap { Int($0) })
        }
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

    /// Re-scores after single claims, with ever more governments.
    private static func again(_ sizes: [Int]) throws {
        guard let claims = sizes.first, sizes.count > 1 else {
            fail("usage: scoring-benchmark again CLAIMS SUBJECTS...")
        }
        for subjects in sizes.dropFirst() {
            let random = RandomEvidence(subjects: subjects, claims: subjects * 10, seed: "again")
            var methodology = try Methodology.bundled()
            methodology.laws = random.laws
            let run = ReScoringRun(
                subjects: subjects,
                claims: claims,
                engine: ScoringEngine(methodology: methodology),
                random: random
            )
            let figures = [0.5, 0.95, 1].map(run.quantile).map { ($0 * 1000).rounded() / 1000 }
            print(
                "\(subjects) governments, \(claims) claims, \(run.rescoredCount) re-scored:"
                    + " median \(figures[0]) ms, 95 % \(figures[1]) ms, most \(figures[2]) ms"
            )
        }
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
        let start = ContinuousClock.now
        let base = EvidenceBase(entities: random.entities, claims: random.claims)
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        FileHandle.standardError.write(Data("\(seconds) s of it for the base\n".utf8))
        let places = Dictionary(
            uniqueKeysWithValues: random.entities.enumerated().map { ($0.element.id, $0.offset) }
        )
        let found = await engine.assess(
            random.subjects,
            in: base,
            asOf: PartialDate(year: 2026)
        ) { assessment in
            let (d, l) = (assessment.dataSovereignty, assessment.lockIn)
            return (assessment.subject, [d.evidenced, d.hi, d.coverage, l.evidenced, l.coverage])
        }
        return found.map { subject, figures in
            ([String(places[subject] ?? -1)] + figures.map { String($0) }).joined(separator: ",")
        }
    }
}

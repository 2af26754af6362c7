import Evidence
import Foundation
import Gazetteer
import Reading

/// What is measured of Mooring's reading, each in a process of its own, so that memory is its own.
struct Measures {
    let folder: URL

    /// Writes names, texts and queries for all that are measured.
    func generate(count: Int, length: Int, prose: [URL]) throws {
        let texts = try prose.map { try String(contentsOf: $0, encoding: .utf8) }
        for chinese in [false, true] {
            var synthesis = Synthesis(seed: chinese ? 2 : 1)
            let names = synthesis.names(count, chinese: chinese)
            let lines = texts.flatMap { $0.split(separator: "\n") }
                .filter { $0.count > 40 && Self.isChinese($0) == chinese }
            let language = chinese ? "zh" : "en"
            try write(names.joined(separator: "\n"), "names-\(language).txt")
            try write(
                synthesis.text(length, prose: lines, names: names),
                "text-\(language).txt"
            )
            let queries = (0..<1000).map { _ in
                synthesis.variant(of: names[synthesis.next(names.count)])
            }
            try write(queries.joined(separator: "\n"), "queries-\(language).txt")
        }
    }

    /// Writes the file that is mapped.
    func pack(_ language: String) throws {
        let names = try lines("names-\(language).txt")
        let start = ContinuousClock.now
        let data = NameStore.pack(
            names.enumerated().lazy.map { (name: $0.element, value: UInt32($0.offset)) }
        )
        try data.write(to: folder.appending(path: "names-\(language).bin"))
        report("building the file", language, seconds(since: start), "s")
        report("size of the file", language, Double(data.count) / 1e6, "MB")
    }

    /// Times how fast names are found in a text, and how soon the first one can be.
    func match(_ language: String) throws {
        let text = try String(
            contentsOf: folder.appending(path: "text-\(language).txt"),
            encoding: .utf8
        )
        let length = Double(text.unicodeScalars.count)
        let before = Memory.resident
        let start = ContinuousClock.now
        let file = folder.appending(path: "names-\(language).bin")
        var store = NameStore(base: try PackedPhrases(contentsOf: file))
        store.add("Newly Named Works", value: 0)
        let first = store.hits(in: TokenisedText("It is built by Newly Named Works.")).count
        report("start", language, seconds(since: start), "s")
        guard first == 1 else { throw CocoaError(.coderInvalidValue) }
        var best = Double.infinity
        var hits = 0
        for _ in 0..<5 {
            hits = 0
            let start = Processor.seconds
            store.forEachHit(in: text) { _, _ in hits += 1 }
            best = min(best, Processor.seconds - start)
        }
        report("matching", language, length / best / 1e6, "M characters/s")
        report("names found", language, Double(hits), "")
        let work = Double(text.utf8.count)
        report("memory", language, Memory.resident - before, "MB")
        report("text in it", language, work / 1e6, "MB")
    }

    /// Times the whole extraction.
    func extract(_ files: [URL]) throws {
        let start = ContinuousClock.now
        let catalogue = try Catalogue.bundled()
        let reader = try Reader(catalogue: catalogue)
        report("start of the reader", "all", seconds(since: start), "s")
        let sources = try files.map { file in
            SourceText(
                id: DocumentID(rawValue: file.lastPathComponent),
                text: try String(contentsOf: file, encoding: .utf8)
            )
        }
        let sentences = sources.map { reader.sentenceCount($0) }.reduce(0, +)
        let characters = sources.map { $0.text.unicodeScalars.count }.reduce(0, +)
        var best = Double.infinity
        for _ in 0..<3 {
            let start = Processor.seconds
            for source in sources { _ = reader.read(source) }
            best = min(best, Processor.seconds - start)
        }
        report("whole extraction", "all", Double(sentences) / best, "sentences/s")
        report(
            "whole extraction, characters",
            "all",
            Double(characters) / best / 1e6,
            "M characters/s"
        )
        report("memory of the reader", "all", Memory.resident, "MB")
    }

    /// Times how long it takes to tell whom a name names, among so many.
    func resolve(_ language: String, count: Int) throws {
        let names = try lines("names-\(language).txt").prefix(count)
        var start = ContinuousClock.now
        let entries = names.enumerated().map { place, name in
            GazetteerEntry(id: EntityID("n\(place)"), kind: .company, name: name)
        }
        let catalogue = try Catalogue(entries: entries, countries: [])
        let resolver = try NameResolver(finder: MentionFinder(catalogue: catalogue))
        report("building the resolver", language, seconds(since: start), "s")
        report("memory of the resolver", language, Memory.resident, "MB")
        let times = try lines("queries-\(language).txt").map { query in
            start = .now
            _ = resolver.resolve(query)
            return seconds(since: start)
        }
        report("resolving a name, median", language, times.sorted()[times.count / 2] * 1e3, "ms")
        report(
            "resolving a name, slowest of 100",
            language,
            times.sorted()[times.count * 99 / 100] * 1e3,
            "ms"
        )
    }

    // MARK: - Reporting

    private func report(_ measure: String, _ language: String, _ value: Double, _ unit: String) {
        let line = "mooring\t\(measure)\t\(language)\t\(value)\t\(unit)\n"
        FileHandle.standardOutput.write(Data(line.utf8))
    }

    private func seconds(since start: ContinuousClock.Instant) -> Double {
        (ContinuousClock.now - start) / .seconds(1)
    }

    private func write(_ text: String, _ name: String) throws {
        try text.write(to: folder.appending(path: name), atomically: false, encoding: .utf8)
    }

    private func lines(_ name: String) throws -> [String] {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            .split(separator: "\n").map(String.init)
    }

    private static func isChinese(_ line: Substring) -> Bool {
        line.unicodeScalars.count { (0x4E00...0x9FFF).contains($0.value) } * 2
            > line.unicodeScalars.count
    }
}

/// What the process has had of the processor.
enum Processor {
    /// Seconds, of all cores together; other programs that run beside it count little.
    static var seconds: Double { Double(clock()) / Double(CLOCKS_PER_SEC) }
}

/// What the process holds of the machine's memory.
enum Memory {
    /// MB of memory in use now; 0 where the system does not tell.
    static var resident: Double {
        guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmRSS:") }),
            let kilobytes = Double(line.split(separator: " ").dropFirst().first ?? "")
        else { return 0 }
        return kilobytes / 1e3
    }
}

import ArgumentParser
import Evidence
import Foundation
import Gazetteer
import Reading

/// `mooring extract`.
struct ExtractCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Read documents without any running service: one JSON file for each."
    )

    @Option(help: "The folder for the results: one NAME.json for each NAME.txt or NAME.md.")
    var output: String?

    @Flag(
        help: """
            Print how each document was read: its blocks with what they are about, its names with \
            why they were chosen, its sentences with their clauses, the rules that fired and where, \
            near misses with why they were rejected, and the claims. Ranges count Unicode scalars.
            """
    )
    var explain = false

    @Flag(
        help: """
            Write NAME.evidence.jsonl too: each choice that was weighed, with all evidence for and \
            against it; “deploy/fit” fits the weights to them.
            """
    )
    var evidence = false

    @Option(help: "A folder with gazetteer data; the built-in data if not given.")
    var gazetteer: String?

    @Option(
        help: """
            A folder with names of one's own, in the gazetteer's forms or imported (*.names), \
            besides the gazetteer data.
            """
    )
    var additions: String?

    @Argument(help: "The documents, as plain text or Markdown in UTF-8.")
    var files: [String]

    func validate() throws {
        guard output != nil || explain else {
            throw ValidationError("say where the results shall go (--output), or --explain")
        }
        guard output != nil || !evidence else {
            throw ValidationError("say where the evidence shall go (--output)")
        }
    }

    func run() async throws {
        let own = additions.map { URL(fileURLWithPath: $0) }
        let catalogue =
            try gazetteer.map { try Catalogue(contentsOf: URL(fileURLWithPath: $0), adding: own) }
            ?? Catalogue.bundled(adding: own)
        for problem in catalogue.problems.prefix(20) { Terminal.note("\(problem)") }
        let imported = try own.map { try ImportedNames.all(in: $0) } ?? []
        let reader = try Reader(catalogue: catalogue, imported: imported)
        let folder = output.map { URL(fileURLWithPath: $0) }
        if let folder {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        }
        let progress = ProgressLine("reading")
        var failures = 0
        for (index, file) in files.enumerated() {
            progress.show(index, of: files.count, detail: file)
            do {
                try extract(URL(fileURLWithPath: file), to: folder, reader, catalogue)
            } catch {
                failures += 1
                Terminal.note("\(file): \(error)")
            }
        }
        progress.show(files.count, of: files.count, detail: "")
        progress.end()
        if failures > 0 { throw ExitCode(1) }
    }

    private func extract(
        _ file: URL,
        to folder: URL?,
        _ reader: Reader,
        _ catalogue: Catalogue
    ) throws {
        let bytes = try Data(contentsOf: file)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw HTTPClient.Failure(description: "it is not UTF-8; convert it, e.g. with iconv")
        }
        let source = SourceText(id: DocumentID(of: bytes), text: text)
        if explain {
            Terminal.write("# \(file.lastPathComponent)\n\n\(reader.explain(source).text)\n")
        }
        guard let folder else { return }
        let document = reader.read(source)
        let annotation = Annotation(document, name: file.lastPathComponent, catalogue: catalogue)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let stem = file.deletingPathExtension().lastPathComponent
        try encoder.encode(annotation)
            .write(to: folder.appendingPathComponent("\(stem).json"))
        guard evidence else { return }
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var lines = Data()
        for record in reader.records(source) {
            lines += try encoder.encode(record) + Data("\n".utf8)
        }
        try lines.write(to: folder.appendingPathComponent("\(stem).evidence.jsonl"))
    }
}

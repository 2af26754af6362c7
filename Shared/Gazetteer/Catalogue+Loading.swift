package import Foundation
import Yams

extension Catalogue {
    /// The catalogue that ships with the program.
    ///
    /// - Throws: ``CatalogueError`` where a data file is missing or wrong.
    package static func bundled(adding additions: URL? = nil) throws -> Catalogue {
        guard let folder = Bundle.module.url(forResource: "Data", withExtension: nil) else {
            throw CatalogueError.unreadable(file: "Data", reason: "the program has no data folder")
        }
        return try Catalogue(contentsOf: folder, adding: additions)
    }

    /// Reads a folder with `countries.yaml`, `entities/*.yaml` and, where there are any,
    /// `places/*.txt` and `lists/*.txt`.
    ///
    /// An entry that is wrong is left out and noted in ``problems``; the rest can still be used.
    ///
    /// - Parameters:
    ///   - folder: The folder.
    ///   - own: A folder with further `*.yaml` and `*.txt` of the same forms, which may also add
    ///     names to entities that the first one has.
    /// - Throws: ``CatalogueError`` where a folder cannot be read.
    package init(contentsOf folder: URL, adding own: URL? = nil) throws {
        let lists = ["places", "lists"].flatMap { name in
            (try? Self.files(in: folder.appending(path: name), ending: "txt")) ?? []
        }
        let files =
            try Self.files(in: folder.appending(path: "entities")) + lists
            + (own.map { try Self.files(in: $0) + Self.files(in: $0, ending: "txt") } ?? [])
        var additions: [GazetteerAddition] = []
        var entries: [GazetteerEntry] = []
        var countries: [CountryEntry] = []
        var problems: [CatalogueError] = []
        for part in Parallel.map(files.count, { Self.entries(in: files[$0]) }) {
            entries += part.entries
            additions += part.additions
            problems += part.problems
        }
        let file = folder.appending(path: "countries.yaml")
        if FileManager.default.fileExists(atPath: file.path) {
            countries = Self.read(file, noting: &problems) { node throws(CatalogueError) in
                try CountryEntry(node: node)
            }
        }
        self.init(
            mending: entries,
            adding: additions,
            countries: countries,
            problems: problems
        )
    }

    /// What one file says.
    private struct Part: Sendable {
        var entries: [GazetteerEntry] = []
        var additions: [GazetteerAddition] = []
        var problems: [CatalogueError] = []
    }

    private static func entries(in file: URL) -> Part {
        var part = Part()
        if file.pathExtension == "txt" {
            do {
                let text = try String(contentsOf: file, encoding: .utf8)
                let list = NameList(text, file: file.lastPathComponent)
                return Part(
                    entries: list.entries,
                    additions: list.additions,
                    problems: list.problems
                )
            } catch {
                let name = file.lastPathComponent
                return Part(problems: [.unreadable(file: name, reason: "\(error)")])
            }
        }
        let name = file.lastPathComponent
        let items = read(file, noting: &part.problems) { node throws(CatalogueError) -> Item in
            GazetteerAddition.isMeant(by: node)
                ? .addition(try GazetteerAddition(node: node, file: name))
                : .entry(try GazetteerEntry(node: node, file: name))
        }
        for item in items {
            switch item {
            case .entry(let entry): part.entries.append(entry)
            case .addition(let addition): part.additions.append(addition)
            }
        }
        return part
    }

    private enum Item {
        case entry(GazetteerEntry)
        case addition(GazetteerAddition)
    }

    private static func read<Entry>(
        _ file: URL,
        noting problems: inout [CatalogueError],
        as entry: (Node) throws(CatalogueError) -> Entry
    ) -> [Entry] {
        var entries: [Entry] = []
        do throws(CatalogueError) {
            for node in try list(in: file) {
                do throws(CatalogueError) {
                    entries.append(try entry(node))
                } catch {
                    problems.append(error)
                }
            }
        } catch {
            problems.append(error)
        }
        return entries
    }

    private static func files(in folder: URL, ending suffix: String = "yaml") throws -> [URL] {
        do {
            return try FileManager.default
                .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
                .filter { $0.pathExtension == suffix }
                .sorted { $0.lastPathComponent < $1.lastPathComponent }
        } catch {
            throw CatalogueError.unreadable(file: folder.lastPathComponent, reason: "\(error)")
        }
    }

    private static func list(in file: URL) throws(CatalogueError) -> [Node] {
        let name = file.lastPathComponent
        let node: Node?
        do {
            node = try Yams.compose(yaml: String(contentsOf: file, encoding: .utf8), .basic)
        } catch {
            throw CatalogueError.unreadable(file: name, reason: "\(error)")
        }
        guard let node else { return [] }
        guard let sequence = node.sequence else {
            throw CatalogueError.malformed(
                file: name,
                entry: "the file",
                reason: "is not a list of entries"
            )
        }
        return Array(sequence)
    }
}

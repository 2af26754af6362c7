package import Foundation
import Yams

extension Catalogue {
    /// The catalogue that ships with the program.
    ///
    /// - Throws: ``CatalogueError`` where a data file is missing or wrong.
    package static func bundled() throws -> Catalogue {
        guard let folder = Bundle.module.url(forResource: "Data", withExtension: nil) else {
            throw CatalogueError.unreadable(file: "Data", reason: "the program has no data folder")
        }
        return try Catalogue(contentsOf: folder)
    }

    /// Reads a folder with `countries.yaml`, `entities/*.yaml` and, where there are any,
    /// `places/*.txt` and `lists/*.txt`.
    ///
    /// An entry that is wrong is left out and noted in ``problems``; the rest can still be used.
    ///
    /// - Throws: ``CatalogueError`` where the folder cannot be read.
    package init(contentsOf folder: URL) throws {
        let lists = ["places", "lists"].flatMap { name in
            (try? Self.files(in: folder.appending(path: name), ending: "txt")) ?? []
        }
        let files = try Self.files(in: folder.appending(path: "entities")) + lists
        var entries: [GazetteerEntry] = []
        var countries: [CountryEntry] = []
        var problems: [CatalogueError] = []
        for part in Parallel.map(files.count, { Self.entries(in: files[$0]) }) {
            entries += part.entries
            problems += part.problems
        }
        let file = folder.appending(path: "countries.yaml")
        if FileManager.default.fileExists(atPath: file.path) {
            countries = Self.read(file, noting: &problems) { node throws(CatalogueError) in
                try CountryEntry(node: node)
            }
        }
        self.init(mending: entries, countries: countries, problems: problems)
    }

    private static func entries(
        in file: URL
    ) -> (entries: [GazetteerEntry], problems: [CatalogueError]) {
        var problems: [CatalogueError] = []
        if file.pathExtension == "txt" {
            do {
                let text = try String(contentsOf: file, encoding: .utf8)
                let list = NameList(text, file: file.lastPathComponent)
                return (list.entries, list.problems)
            } catch {
                let name = file.lastPathComponent
                return ([], [.unreadable(file: name, reason: "\(error)")])
            }
        }
        let entries = read(file, noting: &problems) { node throws(CatalogueError) in
            try GazetteerEntry(node: node, file: file.lastPathComponent)
        }
        return (entries, problems)
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

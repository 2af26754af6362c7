import Foundation
import Gazetteer
import Logging
import Reading
import Synchronization

/// The reader in use, made anew when somebody changes the folder of further names.
final class ReadingSource: Sendable {
    /// A reader with what it reads by.
    struct Current: Sendable {
        var reader: Reader
        var catalogue: Catalogue
        var imported: [ImportedNames] = []
        /// Whose names it knows.
        var gazetteer: String {
            ([catalogue.version] + imported.map(\.version)).joined(separator: "+")
        }
        /// What decides how a document is read.
        var version: String { "\(Reader.version)/\(gazetteer)" }

        init(_ catalogue: Catalogue, _ imported: [ImportedNames]) throws {
            self.catalogue = catalogue
            self.imported = imported
            reader = try Reader(catalogue: catalogue, imported: imported)
        }
    }

    private let additions: URL?
    private let logger: Logger
    private let make: @Sendable (URL?) throws -> Catalogue
    private let state: Mutex<State>

    private struct State {
        var current: Current
        var files: Set<File>
    }

    /// A file as it was when it was read.
    private struct File: Hashable {
        var name: String
        var size: Int
        var modified: Date
    }

    /// Makes the first reader.
    ///
    /// - Parameters:
    ///   - additions: The folder of further names; `nil` for none.
    ///   - logger: Where it is told what is wrong with them.
    ///   - make: Reads the gazetteer together with such a folder.
    /// - Throws: What reading the gazetteer or the lexicon throws.
    init(
        additions: URL?,
        logger: Logger,
        make: @escaping @Sendable (URL?) throws -> Catalogue
    ) throws {
        self.additions = additions
        self.logger = logger
        self.make = make
        let files = Self.files(in: additions)
        let catalogue = try make(additions)
        Self.tell(catalogue, logger)
        var imported: [ImportedNames] = []
        do {
            imported = try Self.imported(in: additions)
        } catch {
            logger.error("Imported names are not in use", metadata: ["error": "\(error)"])
        }
        state = Mutex(State(current: try Current(catalogue, imported), files: files))
    }

    /// The reader for the next document; a change of the folder is taken in first.
    ///
    /// Looking takes microseconds, making a reader about a second. Where a file cannot be read, what
    /// was read before stays in use.
    var current: Current {
        guard additions != nil else { return state.withLock { $0.current } }
        return state.withLock { state in
            let files = Self.files(in: additions)
            guard files != state.files else { return state.current }
            state.files = files
            do {
                let catalogue = try make(additions)
                Self.tell(catalogue, logger)
                let unreadable = catalogue.problems.contains {
                    if case .unreadable = $0 { true } else { false }
                }
                guard !unreadable else { return state.current }
                let next = try Current(catalogue, Self.imported(in: additions))
                guard next.version != state.current.version else { return state.current }
                state.current = next
                logger.info("Took names in", metadata: ["gazetteer": "\(next.gazetteer)"])
            } catch {
                logger.error(
                    "Could not take further names in; those of before stay in use",
                    metadata: ["folder": "\(additions?.path ?? "")", "error": "\(error)"]
                )
            }
            return state.current
        }
    }

    private static func tell(_ catalogue: Catalogue, _ logger: Logger) {
        for problem in catalogue.problems.prefix(20) {
            logger.warning(
                "Something is wrong with the gazetteer's files; the rest is in use",
                metadata: ["problem": "\(problem)"]
            )
        }
    }

    private static func imported(in folder: URL?) throws -> [ImportedNames] {
        try folder.map { try ImportedNames.all(in: $0) } ?? []
    }

    private static func files(in folder: URL?) -> Set<File> {
        let keys: Set<URLResourceKey> = [.fileSizeKey, .contentModificationDateKey]
        let found = folder.flatMap {
            try? FileManager.default.contentsOfDirectory(
                at: $0,
                includingPropertiesForKeys: Array(keys)
            )
        }
        return Set(
            (found ?? []).filter {
                ["yaml", "txt", ImportedNames.ending].contains($0.pathExtension)
            }.map { file in
                let values = try? file.resourceValues(forKeys: keys)
                return File(
                    name: file.lastPathComponent,
                    size: values?.fileSize ?? -1,
                    modified: values?.contentModificationDate ?? .distantPast
                )
            }
        )
    }
}

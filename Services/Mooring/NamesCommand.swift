import ArgumentParser
import Evidence
import Foundation
import Gazetteer
import Reading

/// `mooring names`.
struct NamesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "names",
        abstract: "Bring in names of your own: a register's by the million, or look one up.",
        discussion: """
            The entity registry reads a folder of names besides its gazetteer \
            (gazetteer.additions; .mooring/names with “mooring up”) and takes changes in while it \
            runs. A few names go into a text file there; see Shared/Gazetteer/README.md.
            """,
        subcommands: [Import.self, Find.self]
    )

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Pack a register's entities into one file that is mapped, not read.",
            discussion: """
                Files are FollowTheMoney entities, one JSON object a line, as OpenSanctions and \
                others publish them. Companies, organizations, public bodies and people with a \
                name are taken; everything else is passed over. Lines that cannot be read are \
                counted and told. Exit status: 1 where no entity could be taken.
                """
        )

        @Option(help: "The folder to write to: the registry's gazetteer.additions.")
        var to = ".mooring/names"

        @Option(help: "The new file's name, without its ending; the first file's if not given.")
        var name: String?

        @Argument(help: "FollowTheMoney entities as JSON lines, in UTF-8.")
        var files: [String]

        func validate() throws {
            guard !files.isEmpty else { throw ValidationError("name at least one file") }
        }

        func run() async throws {
            var importer = NameImporter()
            for file in files { try importer.read(URL(fileURLWithPath: file)) }
            for problem in importer.problems { Terminal.note(problem) }
            if importer.badLines > importer.problems.count {
                Terminal.note(
                    "… and \(importer.badLines - importer.problems.count) more such lines"
                )
            }
            guard importer.builder.count > 0 else {
                throw HTTPClient.Failure(
                    description: "no entity could be taken: each line must be a FollowTheMoney "
                        + "entity with id, schema and properties.name"
                )
            }
            let folder = URL(fileURLWithPath: to)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let stem =
                name ?? URL(fileURLWithPath: files[0]).deletingPathExtension().lastPathComponent
            let target = folder.appendingPathComponent("\(stem).names")
            Terminal.note("packing \(importer.builder.names) names")
            let bytes = importer.builder.data()
            try bytes.write(to: target, options: .atomic)
            Terminal.write(
                "\(target.path): \(importer.builder.count) entities, \(importer.builder.names) names, "
                    + "\(bytes.count / 1_000_000) MB; \(importer.passedOver) lines passed over, "
                    + "\(importer.badLines) unreadable\n"
            )
        }
    }

    struct Find: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tell whom a name names, by the gazetteer: with scores and reasons.",
            discussion: "Exit status: 1 where nobody is near to it."
        )

        @Option(help: "A folder of further names to know.")
        var additions: String?

        @Option(help: "The two-letter code of the country where its bearer is said to be.")
        var country: String?

        @Argument(help: "The name, as a text or a table writes it.")
        var name: String

        func run() async throws {
            let own = additions.map { URL(fileURLWithPath: $0) }
            let catalogue = try Catalogue.bundled(adding: own)
            let resolver = try NameResolver(finder: MentionFinder(catalogue: catalogue))
            let home = country.map { EntityID($0.lowercased()) }
            let found = resolver.resolve(name, country: home)
            for candidate in found.candidates {
                guard let entity = catalogue.entity(candidate.entity) else { continue }
                let score = (candidate.comparison.score * 100).rounded() / 100
                let place = entity.jurisdiction.map { ", \($0)" } ?? ""
                Terminal.write(
                    "\(entity.id)  \(entity.name) (\(entity.kind.rawValue)\(place))  \(score)  "
                        + candidate.comparison.reasons.joined(separator: "; ") + "\n"
                )
            }
            Terminal.note("decision: \(found.decision.rawValue)")
            if found.candidates.isEmpty { throw ExitCode(1) }
        }
    }
}

import ArgumentParser
import Foundation
import ZeroMQ

/// `mooring keys`.
struct KeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "Say who may read the events over an encrypted connection.",
        discussion: """
            The event relay reads the folder again within a second of a change. A key that is \
            revoked is cut off at once.
            """,
        subcommands: [
            Server.self, Create.self, Allow.self, Revoke.self, List.self,
        ]
    )

    /// Where the relay's keys are.
    struct Folder: ParsableArguments {
        @Option(help: "The relay's keys folder (relay.keys-folder; RELAY_KEYS_FOLDER).")
        var folder =
            ProcessInfo.processInfo.environment["RELAY_KEYS_FOLDER"] ?? ".mooring/keys"

        var keys: CurveKeyFolder { CurveKeyFolder(URL(fileURLWithPath: folder)) }
    }

    struct Server: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the relay's public key, for everybody who connects.",
            discussion: "The relay makes its key pair when it first starts with a CURVE door."
        )

        @OptionGroup var folder: Folder

        func run() throws {
            do {
                Terminal.write("\(try folder.keys.server().publicKey)\n")
            } catch CurveKeyFolder.Failure.missing(let path) {
                throw HTTPClient.Failure(
                    description: "there is no \(path): the relay makes it when it first starts "
                        + "with a CURVE door; run this where its keys folder is (in its container, "
                        + "with docker compose), or name the folder with --folder"
                )
            }
        }
    }

    struct Create: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a client's key pair as NAME.secret and NAME.public.",
            discussion: """
                A client that makes its own pair need only send you the public key. A pair made \
                here lets nobody in until it is allowed.
                """
        )

        @Option(help: "The folder to write the two files in.")
        var output = "."

        @Argument(help: "The client's name.")
        var name: String

        func run() throws {
            let key = try CurveKeyFolder.createPair(name, in: URL(fileURLWithPath: output))
            Terminal.write("\(key)\n")
            Terminal.note("give \(name).secret to the client; then: mooring keys allow \(name)")
        }
    }

    struct Allow: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let a client in, by its public key or by the name of a pair made here.",
            discussion: "A key that begins with “-” goes behind “--”."
        )

        @OptionGroup var folder: Folder

        @Option(name: .customLong("as"), help: "The client's name where a public key is given.")
        var alias: String?

        @Option(help: "The folder that NAME.public is in.")
        var from = "."

        @Argument(help: "A public key of 40 characters, or a name.")
        var client: String

        func run() throws {
            let name: String
            let key: CurvePublicKey
            if let given = CurvePublicKey(client) {
                name = alias ?? Self.name(of: given)
                key = given
            } else {
                name = client
                let file = URL(fileURLWithPath: from).appendingPathComponent("\(client).public")
                key = try folder.keys.revoked()[client] ?? CurveKeyFolder.publicKey(file)
            }
            try folder.keys.allow(key, as: name)
            Terminal.write("\(name) \(key)\n")
        }

        /// What a key is called that nobody named.
        private static func name(of key: CurvePublicKey) -> String {
            "key-" + key.description.filter { $0.isLetter || $0.isNumber }.prefix(8)
        }
    }

    struct Revoke: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let a client in no longer, and cut it off."
        )

        @OptionGroup var folder: Folder

        @Argument(help: "The client's name.")
        var name: String

        func run() throws {
            try folder.keys.revoke(name)
            Terminal.note("\(name) is revoked; a relay that runs cuts it off within a second")
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the clients: name, allowed or revoked, public key."
        )

        @OptionGroup var folder: Folder

        func run() throws {
            let clients =
                try folder.keys.clients().map { ($0.key, "allowed", $0.value) }
                + folder.keys.revoked().map { ($0.key, "revoked", $0.value) }
            for (name, state, key) in clients.sorted(by: { $0.0 < $1.0 }) {
                Terminal.write("\(name) \(state) \(key)\n")
            }
        }
    }
}

import ArgumentParser
import Evidence
import Foundation
import Scoring

/// `mooring scenario`.
struct ScenarioCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scenario",
        abstract: "Compute what would be if something happened; nothing real is touched.",
        discussion: """
            Governments, vendors and lenders are told by id or by name. For each government whose \
            assessment would differ: both scores and floors before and after, the systems that \
            would stop, and who else is known to supply such systems.
            """,
        subcommands: [
            VendorUnable.self, SupplierReplaced.self, LoanRepaid.self, MeasureEnacted.self,
            OwnershipChanged.self,
        ]
    )

    /// What all scenarios are asked with.
    struct Asking: ParsableArguments {
        @Option(help: "The risk scorer's address.")
        var scorer = "http://127.0.0.1:8083"

        @Option(help: "text or json.")
        var format = Format.text

        enum Format: String, ExpressibleByArgument, CaseIterable {
            case text, json
        }

        /// Asks the scorer and prints the answer.
        func answer(_ request: ScenarioRequest) async throws {
            let answer = try await HTTPClient(base: scorer).post(
                "/api/v1/scenarios",
                query: [:],
                body: try JSONEncoder().encode(request),
                contentType: "application/json"
            )
            guard answer.isSuccess else {
                throw HTTPClient.Failure(description: answer.problem)
            }
            switch format {
            case .json: Terminal.write(String(decoding: answer.body, as: UTF8.self) + "\n")
            case .text:
                let read = try JSONDecoder().decode(ScenarioAnswer.self, from: answer.body)
                Terminal.write(ScenarioWriter(read).text)
            }
        }
    }
}

extension ScenarioCommand {
    struct VendorUnable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "vendor-unable",
            abstract: "A vendor, with what it controls, cannot deliver any more (sanction, exit)."
        )

        @OptionGroup var asking: Asking
        @Argument(help: "The vendor's id or name.") var vendor: String
        @Option(help: "Since when, YYYY-MM-DD; from now if not given.") var since: String?

        func run() async throws {
            var request = ScenarioRequest(kind: .vendorUnable)
            request.vendor = vendor
            request.since = try since.map { text in
                guard let date = PartialDate(text) else {
                    throw ValidationError("“\(text)” is not a date (YYYY, YYYY-MM or YYYY-MM-DD)")
                }
                return date
            }
            try await asking.answer(request)
        }
    }

    struct SupplierReplaced: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "supplier-replaced",
            abstract: "Another supplier takes the place of one."
        )

        @OptionGroup var asking: Asking
        @Argument(help: "The supplier's id or name.") var supplier: String
        @Option(help: "Who comes instead.") var by: String
        @Option(name: .customLong("for"), help: "For which government; for all if not given.")
        var government: String?

        func run() async throws {
            var request = ScenarioRequest(kind: .supplierReplaced)
            request.supplier = supplier
            request.by = by
            request.government = government
            try await asking.answer(request)
        }
    }

    struct LoanRepaid: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "loan-repaid",
            abstract: "A financier is paid back."
        )

        @OptionGroup var asking: Asking
        @Argument(help: "The lender's id or name.") var lender: String
        @Option(name: .customLong("by"), help: "By which government; by all if not given.")
        var government: String?

        func run() async throws {
            var request = ScenarioRequest(kind: .loanRepaid)
            request.lender = lender
            request.government = government
            try await asking.answer(request)
        }
    }

    struct MeasureEnacted: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "measure-enacted",
            abstract: "A safeguard or a measure against lock-in comes into force.",
            discussion: "Measures: "
                + ScenarioRequest.measures.map(\.rawValue).joined(separator: ", ")
        )

        @OptionGroup var asking: Asking
        @Argument(help: "The measure.") var measure: String
        @Option(name: .customLong("for"), help: "For which government.") var government: String

        func run() async throws {
            var request = ScenarioRequest(kind: .measureEnacted)
            guard let kind = ScenarioRequest.measures.first(where: { $0.rawValue == measure })
            else {
                let known = ScenarioRequest.measures.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("there is no measure “\(measure)”; there are \(known)")
            }
            request.measure = kind
            request.government = government
            try await asking.answer(request)
        }
    }

    struct OwnershipChanged: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "ownership-changed",
            abstract: "A company comes to belong to somebody else."
        )

        @OptionGroup var asking: Asking
        @Argument(help: "The company's id or name.") var entity: String
        @Option(help: "A new owner; a share after a colon: “Bank X:0.4”. Can be given again.")
        var owner: [String]

        func validate() throws {
            if owner.isEmpty { throw ValidationError("--owner is missing") }
        }

        func run() async throws {
            var request = ScenarioRequest(kind: .ownershipChanged)
            request.entity = entity
            request.holders = owner.map(Self.holder)
            try await asking.answer(request)
        }

        /// Reads `name` (sole owner) or `name:share`.
        static func holder(_ text: String) -> ScenarioRequest.Holder {
            guard let colon = text.lastIndex(of: ":"),
                let share = Double(text[text.index(after: colon)...])
            else { return .init(holder: text, means: .sole) }
            let means: Holding.Means = share > 0.5 ? .majority : .minority
            return .init(holder: String(text[..<colon]), means: means, share: share)
        }
    }
}

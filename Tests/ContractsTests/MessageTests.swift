import Contracts
import Evidence
import Foundation
import Testing

@testable import Messaging

struct MessageTests {
    @Test func `every folder of a message is a known contract`() throws {
        #expect(try ContractFiles.messageFolders() == Set(Contract.all.map(\.name)))
    }

    @Test(arguments: Contract.all)
    func `a folder is named as its topic`(_ contract: Contract) {
        let words = contract.type.split(separator: ".")
        #expect(words.count == 4 && words.first == "mooring" && words.last == "v1")
        #expect(words[1...2].map(\.capitalized).joined() == contract.name)
    }

    @Test(arguments: Contract.all)
    func `a schema says what the Swift type reads`(_ contract: Contract) throws {
        let schema = try Schema(contract.schema)
        let differences = try ShapeComparison.differences(schema, contract.shape())
        #expect(differences == [])
    }

    @Test(arguments: Contract.all)
    func `an example keeps to its schema`(_ contract: Contract) throws {
        let event = try ContractFiles.json(contract.example)
        let data = try #require(event["data"])
        let complaints = try SchemaChecker.complaints(about: data, by: Schema(contract.schema))
        #expect(complaints == [])
        let envelope = try Schema("Bus/event.schema.json")
        let others = try SchemaChecker.complaints(about: event, by: envelope)
        #expect(others == [])
    }

    @Test(arguments: Contract.all)
    func `an example is what the journal writes, but for white space`(
        _ contract: Contract
    ) throws {
        let example = try ContractFiles.data(contract.example)
        let attributes = try EventAttributes.read(example)
        let written = EventEncoder.encode(
            EventDraft(
                type: contract.type,
                subject: try #require(attributes.subject),
                data: try contract.reencode(example)
            ),
            source: attributes.publisher,
            epoch: attributes.streamepoch,
            sequence: try #require(attributes.sequenceNumber),
            previous: try #require(Int64(attributes.prevsequence)),
            time: try time(attributes.time)
        )
        #expect(String(decoding: written, as: UTF8.self) == compact(example))
    }

    @Test(arguments: Contract.all)
    func `a reader ignores what it does not know`(_ contract: Contract) throws {
        let example = try ContractFiles.text(contract.example)
        let richer = example.replacing(
            #""data": {"#,
            with: #""unheardOf": {}, "data": {"new": [1], "#
        )
        #expect(richer != example)
        let again = try contract.reencode(Data(richer.utf8))
        #expect(try again == contract.reencode(Data(example.utf8)))
    }

    @Test(arguments: Contract.all)
    func `a README tells who sends, who listens, how to use it and what may repeat`(
        _ contract: Contract
    ) throws {
        let lines = try ContractFiles.text(contract.readme).split(separator: "\n")
        #expect(lines.first == "# \(contract.name)")
        let headings = lines.filter { $0.hasPrefix("## ") }
        #expect(
            headings == [
                "## Senders", "## Listeners", "## How to use it", "## Order",
                "## What may repeat",
            ]
        )
        #expect(lines.contains { $0.contains("`\(contract.type)`") })
    }

    /// A time that is written as it was read: what is written is cut to milliseconds, so the half
    /// of one keeps the binary fraction from falling below.
    private func time(_ text: String) throws -> Date {
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        return try Date(text, strategy: style).addingTimeInterval(0.0005)
    }

    /// JSON without the white space between its tokens.
    private func compact(_ json: Data) -> String {
        var result: [UInt8] = []
        var isInside = false
        var isEscaped = false
        for byte in json {
            if isInside || ![0x20, 0x0A].contains(byte) { result.append(byte) }
            if byte == UInt8(ascii: "\""), !isEscaped { isInside.toggle() }
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
        }
        return String(decoding: result, as: UTF8.self)
    }
}

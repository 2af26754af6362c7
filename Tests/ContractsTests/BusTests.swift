import Contracts
import Foundation
import Messaging
import Testing

struct BusTests {
    private let bus: JSONValue

    init() throws {
        bus = try ContractFiles.yaml("asyncapi.yaml")
    }

    @Test func `it describes exactly the messages there are`() throws {
        let messages = try #require(bus["components"]?["messages"]?.members)
        let names = messages.values.compactMap { $0["name"]?.text }
        #expect(names.count == messages.count)
        #expect(
            Set(names.filter { $0.hasPrefix("mooring.") }) == Set(Contract.all.map(\.type))
        )
    }

    @Test(arguments: Contract.all)
    func `a message has a channel of its topic, with its schema and example`(
        _ contract: Contract
    ) throws {
        let key = contract.name.prefix(1).lowercased() + contract.name.dropFirst()
        let channel = try #require(bus["channels"]?[key])
        #expect(channel["address"]?.text == contract.type + "/")
        #expect(channel["messages"]?[key] != nil)
        let message = try #require(bus["components"]?["messages"]?[key])
        #expect(message["name"]?.text == contract.type)
        let parts = try #require(message["payload"]?["allOf"]).list
        #expect(parts.first?["$ref"]?.text == "./Bus/event.schema.json")
        let data = parts.last?["properties"]?["data"]?["$ref"]
        #expect(data?.text == "./\(contract.schema)")
        #expect(parts.last?["properties"]?["type"]?["const"]?.text == contract.type)
    }

    @Test(arguments: Contract.all)
    func `a message is sent by the servers that its example comes from`(
        _ contract: Contract
    ) throws {
        let key = contract.name.prefix(1).lowercased() + contract.name.dropFirst()
        let servers = try #require(bus["channels"]?[key]?["servers"]).list
        let source = try ContractFiles.json(contract.example)["source"]?.text ?? ""
        let publisher = try #require(source.split(separator: "/").last)
        #expect(servers.map { $0["$ref"]?.text } == ["#/servers/\(publisher)-live"])
    }

    @Test func `everything that it refers to exists`() throws {
        for reference in references(in: bus) {
            let halves = reference.split(separator: "#", omittingEmptySubsequences: false)
            var target = halves[0].isEmpty ? bus : try ContractFiles.json(String(halves[0]))
            for step in halves.dropFirst().joined().split(separator: "/") {
                target = try #require(target[String(step)], "\(reference) does not exist")
            }
        }
    }

    @Test(arguments: ["ingestion", "entity-registry", "risk-scorer", "reporter"])
    func `a publisher has a live server, a replay server and a heartbeat`(
        _ publisher: String
    ) throws {
        let live = try #require(bus["servers"]?["\(publisher)-live"])
        let replay = try #require(bus["servers"]?["\(publisher)-replay"])
        #expect(live["x-zeromq"]?["socket"]?.text == "PUB")
        #expect(replay["x-zeromq"]?["socket"]?.text == "ROUTER")
        let heartbeat = try #require(bus["channels"]?["heartbeat"])
        let address = try #require(heartbeat["address"]?.text)
        #expect(
            address.replacing("{source}", with: publisher) == Heartbeat.topic(of: publisher)
        )
        let sources = heartbeat["parameters"]?["source"]?["enum"]?.texts ?? []
        #expect(sources.contains(publisher))
    }

    @Test func `its bounds are those of the code`() throws {
        let limits = try #require(bus["x-zeromq"]?["limits"])
        #expect(limits["eventBytesMax"]?.number == Double(MessagingLimits.eventBytesMax))
        #expect(limits["frameBytesMax"]?.number == Double(MessagingLimits.frameBytesMax))
        #expect(limits["replayEventsMax"]?.number == Double(MessagingLimits.replayEventsMax))
        #expect(limits["replayBytesMax"]?.number == Double(MessagingLimits.replayBytesMax))
        #expect(limits["sendQueueMax"]?.number == Double(MessagingLimits.sendQueueMax))
        #expect(limits.members.count == 5)
    }

    @Test func `the schemas of the bus say what the Swift types read`() throws {
        func differences<T: Decodable>(_ type: T.Type, _ file: String) throws -> [String] {
            let schema = try Schema("Bus/\(file).schema.json")
            return try ShapeComparison.differences(schema, ShapeReader.read(type).shape)
        }
        let ofHeartbeat = try differences(Heartbeat.self, "heartbeat")
        #expect(ofHeartbeat == [])
        let ofReplayRequest = try differences(ReplayRequest.self, "replay-request")
        #expect(ofReplayRequest == [])
        let ofReplayReply = try differences(ReplayReply.self, "replay-reply")
        #expect(ofReplayReply == [])
    }

    @Test func `what the code sends besides events keeps to the schemas of the bus`() throws {
        let position = StreamPosition(epoch: "e", sequence: 7, chain: Data(count: 32))
        let standing = LogStanding(epoch: "e", head: 9, positions: ["ingestion": position])
        try check(Heartbeat(source: "reporter", standing: standing, time: .now), "heartbeat")
        for operation in [ReplayRequest.Operation.replay, .confirm] {
            let request = ReplayRequest(op: operation, consumer: "c", position: position, max: 10)
            try check(request, "replay-request")
        }
    }

    private func check(_ value: some Encodable, _ file: String) throws {
        let data = try JSONEncoder().encode(value)
        let json = try JSONDecoder().decode(JSONValue.self, from: data)
        let schema = try Schema("Bus/\(file).schema.json")
        let complaints = try SchemaChecker.complaints(about: json, by: schema)
        #expect(complaints == [])
    }

    private func references(in value: JSONValue) -> [String] {
        switch value {
        case .list(let elements): elements.flatMap { references(in: $0) }
        case .object(let members):
            members.flatMap { name, member in
                name == "$ref" ? [member.text ?? ""] : references(in: member)
            }
        default: []
        }
    }
}

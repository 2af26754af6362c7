import Foundation
import Messaging
import ServiceLifecycle
import ZeroMQ

/// Answers strangers' questions for older events, on a thread of its own so that it never keeps
/// the live events waiting.
final class ReplayRelay: Service {
    private let parts: RelayParts
    private let doors: [DoorConfiguration]
    private let wakeUp: WakeUp
    private let stop = StopFlag()

    init(_ parts: RelayParts, doors: [DoorConfiguration]) throws(ZeroMQError) {
        self.parts = parts
        self.doors = doors
        wakeUp = try WakeUp()
    }

    func run() async throws {
        try await OwnThread.run("replay", stop: stop, wakeUp: wakeUp) { [self] in
            try ReplayLoop(parts, doors: doors, wakeUp: wakeUp).run(until: stop)
        }
    }
}

/// What the replay thread does.
final class ReplayLoop {
    private let parts: RelayParts
    private let doors: [Door]
    private let wakeUp: WakeUp
    private let encoder = JSONEncoder()
    private let decoder = JSONDecoder()

    init(_ parts: RelayParts, doors: [DoorConfiguration], wakeUp: WakeUp) throws {
        self.parts = parts
        self.wakeUp = wakeUp
        self.doors = try doors.map {
            try Door(
                $0,
                ring: parts.ring,
                counters: parts.counters,
                context: parts.context,
                logger: parts.logger
            )
        }
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    }

    func run(until stop: StopFlag) throws {
        while !stop.isSet {
            for door in doors {
                try door.takeCare()
                parts.shut.note(door.name, isOpen: door.isOpen)
            }
            var poller = Poller()
            let woken = poller.add(wakeUp)
            for door in doors { door.add(to: &poller) }
            let isShut = doors.contains { !$0.isOpen }
            if try poller.wait(milliseconds: isShut ? 10 : 250)[woken] { wakeUp.clear() }
            for door in doors { try answerQuestions(at: door) }
        }
    }

    private func answerQuestions(at door: Door) throws {
        for _ in 0..<RelayLimits.questionsPerTurn {
            guard let frames = try door.socket.receive() else { return }
            guard frames.count >= 2, let body = frames.last else { continue }
            // The asker's name, and the empty frame that a REQ socket puts after it.
            let envelope = Array(frames.dropLast())
            guard envelope.count <= 2, envelope.dropFirst().allSatisfy(\.isEmpty) else { continue }
            try door.socket.send(envelope + answer(to: Data(body)))
            parts.counters.add(to: .answers, door.name)
        }
    }

    private func answer(to body: Data) throws -> [[UInt8]] {
        let query: ReplayQuery
        do {
            query = try decoder.decode(ReplayQuestion.self, from: body).query()
        } catch let error as ReplayQuery.Invalid {
            return [try encoded(ReplayHeader(error: error.description))]
        } catch {
            return [try encoded(ReplayHeader(error: "not a question in JSON"))]
        }
        let page = try parts.journal.page(query)
        return [try encoded(ReplayHeader(page))] + page.events.map { Array($0.bytes) }
    }

    private func encoded(_ header: ReplayHeader) throws -> [UInt8] {
        Array(try encoder.encode(header))
    }
}

import Foundation
import Messaging
import TestSupport
import Testing
import ZeroMQ

/// The bytes that other programs rely on.
@Suite(.timeLimit(.minutes(10)))
struct GoldenFrameTests {
    @Test func `each type of event reaches a subscriber as the golden frames have it`()
        async throws
    {
        let frames = try GoldenFrame.all()
        let journals = try Journals()
        let relay = try RelayProcess(journals)
        let context = try Context()
        try await relay.start()
        let stranger = try Stranger(to: relay.live, in: context)
        #expect(try await stranger.isGreeted())
        try journals.begin(with: frames.map { Data($0.event.utf8) })
        var missing = Dictionary(uniqueKeysWithValues: frames.map { ($0.topic, $0.event) })
        while !missing.isEmpty {
            let message = try #require(try await stranger.nextInTime())
            guard message.topic.hasPrefix("mooring.") else { continue }
            let event = String(decoding: message.body, as: UTF8.self)
            #expect(missing.removeValue(forKey: message.topic) == event)
        }
    }

    @Test(.enabled(if: Recipes.python != nil, "there is no Python with cloudevents"))
    func `the Python package for CloudEvents reads every type of event`() throws {
        let frames = try GoldenFrame.all()
        let process = Process()
        let python: URL = try #require(Recipes.python)
        process.executableURL = python
        process.arguments = [
            Recipes.root.appendingPathComponent("Tests/EventRelayTests/read_cloudevents.py").path
        ]
        let input = Pipe()
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        for frame in frames {
            try input.fileHandleForWriting.write(contentsOf: Data((frame.event + "\n").utf8))
        }
        try input.fileHandleForWriting.close()
        let text = String(
            decoding: try output.fileHandleForReading.readToEnd() ?? Data(),
            as: UTF8.self
        )
        process.waitUntilExit()
        let expected = try frames.map { frame in
            let attributes = try EventAttributes.read(Data(frame.event.utf8))
            return "\(attributes.type) \(attributes.sequence)"
        }
        #expect(text.split(separator: "\n").map(String.init) == expected)
    }
}

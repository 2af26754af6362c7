import Foundation
import TestSupport
import Testing

@testable import ZeroMQ

@Suite(.timeLimit(.minutes(5)))
struct SocketTests {
    private let context: Context

    init() throws {
        context = try Context()
    }

    private func subscription(at publisher: borrowing Socket) async throws -> Subscription {
        while true {
            if let subscription = try publisher.receiveSubscription() { return subscription }
            try await lookAgainSoon()
        }
    }

    @Test func `an extended publisher is told who subscribes to what`() async throws {
        let publisher = try Socket(.extendedPublish, in: context)
        try publisher.set(.verboseSubscriptions, to: 1)
        try publisher.bind(to: "tcp://127.0.0.1:*")
        let endpoint = try publisher.lastEndpoint()
        let expected = Subscription(prefix: Array("a.b/".utf8), begins: true)
        // Both stay until the end: the going of one would be told as well.
        let first = try Socket(.subscribe, in: context)
        try first.subscribe(toPrefix: "a.b/")
        try first.connect(to: endpoint)
        #expect(try await subscription(at: publisher) == expected)
        let second = try Socket(.subscribe, in: context)
        try second.subscribe(toPrefix: "a.b/")
        try second.connect(to: endpoint)
        #expect(try await subscription(at: publisher) == expected)
    }

    @Test func `unbinding cuts off who came in, and binding again lets them come back`()
        async throws
    {
        let publisher = try Socket(.extendedPublish, in: context)
        try publisher.set(.linger, to: 0)
        let monitor = try SocketMonitor(of: publisher, in: context)
        try publisher.bind(to: "tcp://127.0.0.1:*")
        let endpoint = try publisher.lastEndpoint()
        let subscriber = try Socket(.subscribe, in: context)
        try subscriber.subscribe(toPrefix: "")
        try subscriber.connect(to: endpoint)
        _ = try await subscription(at: publisher)

        try publisher.unbind(from: endpoint)
        // The subscriber's going is told to the publisher as the end of its subscription.
        #expect(try await subscription(at: publisher).begins == false)
        try publisher.send([Array("lost".utf8)])

        while true {
            do throws(ZeroMQError) {
                try publisher.bind(to: endpoint)
                break
            } catch {
                try #require(error.isAddressInUse)
                try await lookAgainSoon()
            }
        }
        // The subscriber subscribes anew when it next looks at its socket.
        var received: [[UInt8]]?
        while received == nil {
            received = try subscriber.receive()
            _ = try publisher.receiveSubscription()
            try publisher.send([Array("found".utf8)])
            try await lookAgainSoon()
        }
        #expect(received == [Array("found".utf8)])
        #expect(try monitor.events().contains(.established))
    }
}

import Testing

@testable import EventRelay

struct EventCursorTests {
    @Test func `a cursor survives being written`() {
        let cursor = EventCursor(positions: [
            "ingestion": .init(epoch: "a-b", sequence: 12),
            "reporter": .init(epoch: "", sequence: 0),
        ])
        #expect(EventCursor(cursor.text) == cursor)
        #expect(EventCursor(EventCursor.beginning.text) == .beginning)
    }

    @Test func `a cursor needs no escaping in an address`() {
        for sequence in Int64(0)..<200 {
            let cursor = EventCursor(positions: [
                "s": .init(epoch: "\(sequence)", sequence: sequence)
            ])
            #expect(
                cursor.text.utf8.allSatisfy { byte in
                    switch byte {
                    case UInt8(ascii: "a")...UInt8(ascii: "z"),
                        UInt8(ascii: "A")...UInt8(ascii: "Z"),
                        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                        true
                    default: false
                    }
                }
            )
        }
    }

    @Test(arguments: ["", "x", "e30", "eyJ2IjoyLCJwIjp7fX0", String(repeating: "A", count: 5000)])
    func `what is no cursor is none`(_ text: String) {
        #expect(EventCursor(text) == nil)
    }

    @Test(arguments: [
        ("tcp://127.0.0.1:5640", true), ("tcp://localhost:1", true), ("tcp://[::1]:5640", true),
        ("ipc:///run/relay", true), ("tcp://0.0.0.0:5640", false), ("tcp://*:5640", false),
        ("tcp://127.0.0.1.example.org:1", false), ("tcp://192.168.1.2:5640", false),
        ("tcp://eth0:5640", false), ("tcp://[::]:5640", false), ("udp://127.0.0.1:1", false),
    ])
    func `only what this machine alone can reach is loopback`(_ endpoint: String, _ isSo: Bool) {
        #expect(DoorConfiguration.isLoopback(endpoint) == isSo)
    }
}

import Foundation

@testable import Messaging

/// A journal in memory, whose events have the bytes that a real one gives them.
struct SimulatedJournal {
    private(set) var events: [Data] = []
    private var chains = [ChainHash.seed]
    let source: String
    let epoch = "epoch"

    init(count: Int, source: String = "source") {
        self.source = source
        for _ in 0..<count { append() }
    }

    mutating func append() {
        let bytes = EventEncoder.encode(
            EventDraft(type: "mooring.test.happened.v1", subject: "s", data: Data("{}".utf8)),
            source: source,
            epoch: epoch,
            sequence: head + 1,
            previous: head,
            time: Date(timeIntervalSince1970: 0)
        )
        let last = chains[chains.count - 1]
        chains.append(ChainHash.next(after: last, hash: ChainHash.hash(bytes)))
        events.append(bytes)
    }

    var head: Int64 { Int64(events.count) }
    var position: StreamPosition { position(head) }

    func position(_ sequence: Int64) -> StreamPosition {
        StreamPosition(epoch: epoch, sequence: sequence, chain: chains[Int(sequence)])
    }

    func bytes(_ sequence: Int64) -> Data { events[Int(sequence) - 1] }

    func reply(count: Int, head: Int64) -> ReplayReply {
        ReplayReply(status: .events, source: source, epoch: epoch, head: head, count: count)
    }

    func heartbeat(head: Int64) -> Heartbeat {
        Heartbeat(
            source: source,
            standing: LogStanding(
                epoch: epoch,
                head: head,
                chain: chains[Int(head)],
                positions: [:]
            ),
            time: Date(timeIntervalSince1970: 0)
        )
    }
}

import Operations
import Synchronization

/// What the relay counts.
final class RelayCounters: Sendable {
    private let counts: Mutex<[Key: Int]>

    private struct Key: Hashable {
        var name: Name
        var label: String
    }

    enum Name: String, Sendable {
        case sent = "mooring_relay_events_sent_total"
        case refused = "mooring_relay_refusals_total"
        case connections = "mooring_relay_connections"
        case subscriptions = "mooring_relay_subscriptions_total"
        case rebinds = "mooring_relay_rebinds_total"
        case answers = "mooring_relay_answers_total"
    }

    init() {
        // Each reason shows from the start, so that its first occurrence is a change.
        let reasons = Refusal.allCases.map { (Key(name: .refused, label: $0.rawValue), 0) }
        counts = Mutex(Dictionary(uniqueKeysWithValues: reasons))
    }

    func add(_ amount: Int = 1, to name: Name, _ label: String) {
        counts.withLock { $0[Key(name: name, label: label), default: 0] += amount }
    }

    func set(_ value: Int, as name: Name, _ label: String) {
        counts.withLock { $0[Key(name: name, label: label)] = value }
    }

    func samples() -> [MetricSample] {
        counts.withLock { $0 }.map { key, value in
            MetricSample(
                key.name.rawValue,
                key.name == .connections ? .gauge : .counter,
                Self.help(key.name),
                labels: [key.name == .refused ? "reason" : "door": key.label],
                value: Double(value)
            )
        }
    }

    private static func help(_ name: Name) -> String {
        switch name {
        case .sent: "Events sent live."
        case .refused: "Connections that were not let in."
        case .connections: "Connections that are there."
        case .subscriptions: "Subscriptions that began."
        case .rebinds: "Times that everybody was cut off because a key was taken away."
        case .answers: "Questions for older events that were answered."
        }
    }
}

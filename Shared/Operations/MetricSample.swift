/// One line of the Prometheus text format.
package struct MetricSample: Hashable, Sendable {
    /// With its unit: `mooring_bus_events_applied_total`.
    package var name: String
    package var kind: Kind
    package var help: String
    package var labels: [String: String]
    package var value: Double

    package enum Kind: String, Sendable {
        case counter, gauge
    }

    package init(
        _ name: String,
        _ kind: Kind,
        _ help: String,
        labels: [String: String] = [:],
        value: Double
    ) {
        self.name = name
        self.kind = kind
        self.help = help
        self.labels = labels
        self.value = value
    }

    /// The samples in the Prometheus text format, one family after the other.
    package static func text(_ samples: [MetricSample]) -> String {
        var text = ""
        var described: Set<String> = []
        for sample in samples.sorted(by: { ($0.name, $0.key) < ($1.name, $1.key) }) {
            if described.insert(sample.name).inserted {
                text += "# HELP \(sample.name) \(sample.help)\n"
                text += "# TYPE \(sample.name) \(sample.kind.rawValue)\n"
            }
            text += "\(sample.name)\(sample.key) \(sample.value)\n"
        }
        return text
    }

    private var key: String {
        guard !labels.isEmpty else { return "" }
        let pairs = labels.sorted { $0.key < $1.key }.map { label in
            let value = label.value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            return "\(label.key)=\"\(value)\""
        }
        return "{\(pairs.joined(separator: ","))}"
    }
}

package import Messaging

/// The bus as its metrics tell it.
package enum BusMetrics {
    /// What a consumer has done, by source.
    package static func samples(of consumer: EventConsumer) -> [MetricSample] {
        consumer.countsBySource().flatMap { source, counts in
            let figures: [(String, String, Int)] = [
                ("events_applied", "Events applied.", counts.applied),
                ("duplicates", "Events that had been applied before.", counts.duplicates),
                ("gaps", "Gaps seen in live events.", counts.gaps),
                ("replay_requests", "Questions for missing events.", counts.requests),
                ("stream_resets", "Journals that began a new life.", counts.resets),
                ("reconnects", "Times that new sockets were made.", counts.reconnects),
                ("malformed", "Messages that were none.", counts.malformed),
            ]
            return figures.map { name, help, value in
                MetricSample(
                    "mooring_bus_\(name)_total",
                    .counter,
                    help,
                    labels: ["source": source],
                    value: Double(value)
                )
            }
        }
    }

    /// How long a journal is.
    package static func samples(of log: some EventLog) -> [MetricSample] {
        guard let standing = try? log.standing() else { return [] }
        return [
            MetricSample(
                "mooring_bus_head",
                .gauge,
                "The last sequence of the journal.",
                labels: ["source": log.source],
                value: Double(standing.head)
            )
        ]
    }
}

import Operations

/// How much has been scored since the start, and how much is due.
struct ScorerFigures: Sendable {
    /// Scored with the events that touched them.
    var touched = 0
    /// Scored in the background.
    var reached = 0
    /// Due in the background.
    var due = 0

    var samples: [MetricSample] {
        [
            MetricSample(
                "mooring_scorer_subjects_scored_total",
                .counter,
                "Governments scored anew.",
                labels: ["reason": "touched"],
                value: Double(touched)
            ),
            MetricSample(
                "mooring_scorer_subjects_scored_total",
                .counter,
                "Governments scored anew.",
                labels: ["reason": "reached"],
                value: Double(reached)
            ),
            MetricSample(
                "mooring_scorer_subjects_due",
                .gauge,
                "Governments to be scored anew in the background.",
                value: Double(due)
            ),
        ]
    }
}

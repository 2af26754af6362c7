import Scoring

/// A score as a number, a bar and what goes with it.
struct ScoreView {
    /// `unknown` where nothing is known of the grid.
    var evidenced: String
    var hi: String
    var coverage: String
    var intensity: String
    var floor: String
    var band: String?
    /// What the bar says, in words.
    var spoken: String
    /// The bar, in hundredths of its width.
    var barLow: String
    var barSpan: String
    var isKnown: Bool

    /// The figures of a score.
    struct Figures {
        var evidenced: Double
        var hi: Double
        var coverage: Double
        var intensity: Double?
        var floor: String?
    }

    init(_ figures: Figures, bands: [Methodology.Band]) {
        isKnown = figures.coverage > 0 || figures.evidenced > 0
        evidenced = isKnown ? Figure.oneDecimal(figures.evidenced) : "unknown"
        hi = Figure.oneDecimal(figures.hi)
        coverage = Figure.percent(figures.coverage)
        intensity = figures.intensity.map(Figure.oneDecimal) ?? "unknown"
        floor = figures.floor ?? "none"
        band =
            isKnown
            ? bands.filter { $0.from <= figures.evidenced }.max { $0.from < $1.from }?.name : nil
        barLow = CanonicalJSON.format(figures.evidenced)
        barSpan = CanonicalJSON.format(max(0, figures.hi - figures.evidenced))
        spoken = "evidenced \(evidenced), at worst \(hi), of 100"
    }
}

extension ScoreView.Figures {
    init(_ figures: SubjectItem.Figures) {
        self.init(
            evidenced: figures.evidenced,
            hi: figures.hi,
            coverage: figures.coverage,
            intensity: figures.intensity,
            floor: figures.floor
        )
    }

    init(_ score: Score) {
        self.init(
            evidenced: score.evidenced,
            hi: score.hi,
            coverage: score.coverage,
            intensity: score.intensity,
            floor: score.floor?.label
        )
    }
}

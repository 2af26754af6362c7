import Evidence
import Scoring

/// A government with little evidence, whose scores are worked by hand.
struct Reference: Sendable {
    var name: String
    var scene: Scene
    var subject: EntityID
    /// The evidenced ends.
    var d: Double
    var l: Double
    /// D at its worst, where it is worked out.
    var dHi: Double?
    /// L at its worst, where it is worked out.
    var lHi: Double?
    /// The floor of D, `E4`; `-` for none.
    var floor: String?
    /// The factors that pin it, in order.
    var pins: [Factor] = []
    var isRanked: Bool?

    /// Whether an engine gives the figures.
    func matches(_ engine: ScoringEngine) -> Bool {
        guard let assessment = scene.assess(subject, with: engine) else { return false }
        let score = assessment.dataSovereignty
        return abs(score.evidenced - d) < 1e-9
            && abs(assessment.lockIn.evidenced - l) < 1e-9
            && dHi.map { abs($0 - score.hi) < 1e-9 } ?? true
            && lHi.map { abs($0 - assessment.lockIn.hi) < 1e-9 } ?? true
            && floor.map { $0 == (score.floor?.label ?? "-") } ?? true
            && pins == (floor == nil ? pins : score.floor?.pins.map(\.factor) ?? [])
            && isRanked.map { $0 == assessment.isRanked } ?? true
    }

    /// As properties, so that a broken rule is tried against them too.
    static var all: [Property] {
        references.map { reference in
            Property(name: reference.name, isSeeded: false) { _, mutation in
                reference.matches(try engine(breaking: mutation))
            }
        }
    }

    static let references: [Reference] =
        abroad + atHome + uncertain + owned
}

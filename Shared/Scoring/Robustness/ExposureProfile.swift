package import Evidence

/// What one government's evidenced scores are made of before they are weighed.
///
/// Two governments with equal profiles are the same to every method here, whatever the weights.
package struct ExposureProfile: Hashable, Sendable {
    package let subject: EntityID
    /// By function, then by factor, both in the order of their cases; reach × status × level in
    /// units of ``scale``.
    package private(set) var cells: [[Int]]
    /// The lower ends of L1 and L8, 0…1, by the order of factors; 0 for all others.
    package private(set) var sets: [Double]

    /// What a cell counts at most.
    package static let scale = Grid.scale

    /// Takes cells as they are; for tests and for assessments read elsewhere.
    package init(subject: EntityID, cells: [[Int]], sets: [Factor: Double] = [:]) {
        self.subject = subject
        self.cells = cells
        self.sets = Factor.allCases.map { sets[$0, default: 0] }
    }

    /// Reads the cells of an assessment.
    package init(_ assessment: Assessment) {
        self = .empty(assessment.subject)
        for score in [assessment.dataSovereignty, assessment.lockIn] {
            for cell in score.cells {
                let key = (cell.value * Double(Self.scale)).rounded()
                cells[cell.function.index][cell.factor.index] = Int(key)
            }
            for set in score.sets { sets[set.factor.index] = set.lo }
        }
    }

    /// The profile of a government that nothing is known of.
    package static func empty(_ subject: EntityID) -> ExposureProfile {
        let row = [Int](repeating: 0, count: Factor.allCases.count)
        return ExposureProfile(
            subject: subject,
            cells: .init(repeating: row, count: GovernmentFunction.count)
        )
    }

    /// The same for another government, as the twin of a negative control.
    package func renamed(_ subject: EntityID) -> ExposureProfile {
        var twin = ExposureProfile(subject: subject, cells: cells)
        twin.sets = sets
        return twin
    }

    // MARK: - Weighing

    /// The score under given weights, 0…100.
    package func score(_ dimension: Dimension, _ weights: Weights) -> Double {
        let ofFunctions = exposures(dimension, weights)
        let sum = zip(ofFunctions, weights.functions).reduce(0) { $0 + $1.0 * $1.1 }
        return 100 * (sum + setPart(dimension, weights))
    }

    /// The weighed sum of a score's factors in each function, 0…1.
    package func exposures(_ dimension: Dimension, _ weights: Weights) -> [Double] {
        let factors = Factor.ofGrid(dimension).map {
            ($0.index, weights.factors[$0, default: 0] / Double(Self.scale))
        }
        return cells.map { row in
            factors.reduce(0) { $0 + Double(row[$1.0]) * $1.1 }
        }
    }

    /// What the factors of all deployments together add, 0…1.
    package func setPart(_ dimension: Dimension, _ weights: Weights) -> Double {
        dimension.factors.filter(\.isOfTheSet).reduce(0) {
            $0 + weights.factors[$1, default: 0] * sets[$1.index]
        }
    }
}

import Foundation

/// All paths of labels through some tokens, with the share that those have which go through a label
/// (the forward–backward algorithm, its sums normalised token by token).
struct Lattice {
    /// The odds of a label's standing right before another one, by the later and by the earlier.
    struct Steps: Sendable {
        let before: [[(label: Int, odds: Double)]]
        let after: [[(label: Int, odds: Double)]]
    }

    private let steps: Steps
    private let count: Int
    private let length: Int
    /// The odds of each label at each token, up to a factor.
    private let odds: [Double]
    private var forward: [Double]
    private var backward: [Double]
    /// What the sums at each token were divided by.
    private var scales: [Double]
    /// The share of the paths that end where a sequence may.
    private var whole = 0.0

    init(scores: ArraySlice<Int32>, steps: Steps, count: Int, unit: Double) {
        self.steps = steps
        self.count = count
        length = scores.count / count
        odds = Self.odds(scores, count, unit)
        forward = [Double](repeating: 0, count: odds.count)
        backward = forward
        scales = [Double](repeating: 1, count: length)
        goForward()
        goBackward()
    }

    private static func odds(_ scores: ArraySlice<Int32>, _ count: Int, _ unit: Double) -> [Double]
    {
        var odds: [Double] = []
        odds.reserveCapacity(scores.count)
        for start in stride(from: scores.startIndex, to: scores.endIndex, by: count) {
            let own = scores[start..<start + count]
            let top = own.max() ?? 0
            for score in own { odds.append(exp(Double(score - top) / unit)) }
        }
        return odds
    }

    private mutating func goForward() {
        for place in 0..<length {
            let first = place * count
            var sum = 0.0
            for label in 0..<count {
                var own = 0.0
                if place == 0 {
                    own = NameLabel.all[label].mayStart ? 1 : 0
                } else {
                    for one in steps.before[label] {
                        own += forward[first - count + one.label] * one.odds
                    }
                }
                own *= odds[first + label]
                forward[first + label] = own
                sum += own
            }
            scales[place] = max(sum, .leastNormalMagnitude)
            for label in 0..<count { forward[first + label] /= scales[place] }
        }
        let last = (length - 1) * count
        for label in 0..<count where NameLabel.all[label].mayEnd { whole += forward[last + label] }
    }

    private mutating func goBackward() {
        let last = (length - 1) * count
        for label in 0..<count where NameLabel.all[label].mayEnd { backward[last + label] = 1 }
        for place in stride(from: length - 2, through: 0, by: -1) {
            let next = (place + 1) * count
            for label in 0..<count {
                var own = 0.0
                for one in steps.after[label] {
                    own += backward[next + one.label] * one.odds * odds[next + one.label]
                }
                backward[place * count + label] = own / scales[place + 1]
            }
        }
    }

    /// The chance that a stretch of tokens has just some labels, 0…1.
    func chance(of labels: ArraySlice<Int>, at start: Int) -> Double {
        guard var label = labels.first else { return 0 }
        var share = forward[start * count + label]
        for (step, next) in labels.dropFirst().enumerated() {
            let place = start + step + 1
            let odds = steps.before[next].first { $0.label == label }?.odds ?? 0
            share *= odds * self.odds[place * count + next] / scales[place]
            label = next
        }
        return share * backward[(start + labels.count - 1) * count + label] / whole
    }
}

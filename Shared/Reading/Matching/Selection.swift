/// Chooses, of readings that overlap, those that together are worth most.
///
/// It is weighted interval scheduling: a longer name is worth more than its parts together, a
/// surer one more than one as long. Equal worth is decided by the order of candidates, so the
/// same candidates in the same order always give the same choice.
enum Selection {
    static func best(of candidates: [Candidate], in text: TokenisedText) -> [Candidate] {
        let sorted = candidates.enumerated().sorted {
            ($0.element.tokens.upperBound, $0.element.tokens.lowerBound, $0.offset)
                < ($1.element.tokens.upperBound, $1.element.tokens.lowerBound, $1.offset)
        }.map(\.element)
        let ends = sorted.map(\.tokens.upperBound)
        var worth = [Double](repeating: 0, count: sorted.count + 1)
        var previous = [Int](repeating: 0, count: sorted.count)
        var takes = [Bool](repeating: false, count: sorted.count)
        for (place, candidate) in sorted.enumerated() {
            let before = count(of: ends, upTo: candidate.tokens.lowerBound, below: place)
            let taken = worth[before] + weight(of: candidate, in: text)
            previous[place] = before
            takes[place] = taken > worth[place]
            worth[place + 1] = max(taken, worth[place])
        }
        var chosen: [Candidate] = []
        var place = sorted.count
        while place > 0 {
            if takes[place - 1] {
                chosen.append(sorted[place - 1])
                place = previous[place - 1]
            } else {
                place -= 1
            }
        }
        return chosen.reversed()
    }

    /// How many candidates end at or before a token.
    private static func count(of ends: [Int], upTo limit: Int, below place: Int) -> Int {
        var low = 0
        var high = place
        while low < high {
            let middle = (low + high) / 2
            if ends[middle] <= limit { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func weight(of candidate: Candidate, in text: TokenisedText) -> Double {
        var length = 0.0
        for token in text.tokens[candidate.tokens] {
            length += token.flags.contains(.han) ? 3 : Double(min(token.end - token.start, 12)) + 2
        }
        return candidate.score * length * length.squareRoot()
    }
}

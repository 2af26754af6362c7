/// Of the candidates that end before a token or start at one, the longest, and of those as long the
/// surest.
struct CandidateIndex {
    private let candidates: [Candidate]
    /// For each token the number of the best candidate, or -1.
    private var ends: [Int32]
    private var starts: [Int32]

    init(_ candidates: [Candidate], tokens: Int) {
        self.candidates = candidates
        ends = [Int32](repeating: -1, count: tokens + 1)
        starts = ends
        for number in candidates.indices {
            let range = candidates[number].tokens
            if isBetter(number, than: ends[range.upperBound]) {
                ends[range.upperBound] = Int32(number)
            }
            if isBetter(number, than: starts[range.lowerBound]) {
                starts[range.lowerBound] = Int32(number)
            }
        }
    }

    func ending(at token: Int) -> Candidate? { candidate(ends[token]) }

    func starting(at token: Int) -> Candidate? {
        token < starts.count ? candidate(starts[token]) : nil
    }

    private func candidate(_ number: Int32) -> Candidate? {
        number < 0 ? nil : candidates[Int(number)]
    }

    private func isBetter(_ number: Int, than other: Int32) -> Bool {
        guard other >= 0 else { return true }
        let (new, old) = (candidates[number], candidates[Int(other)])
        return (new.tokens.count, new.score) > (old.tokens.count, old.score)
    }
}

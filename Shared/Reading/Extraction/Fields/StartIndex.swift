/// Places of a list by where its elements begin in the text.
struct StartIndex {
    private let sorted: [(start: Int, place: Int)]

    init(_ starts: [Int]) {
        sorted = starts.enumerated().map { ($0.element, $0.offset) }.sorted { $0 < $1 }
    }

    /// The places of the elements that begin in a range.
    func within(_ range: Range<Int>) -> [Int] {
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle].start < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return sorted[low...].prefix { $0.start < range.upperBound }.map(\.place)
    }
}

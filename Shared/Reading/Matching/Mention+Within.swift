extension [Mention] {
    /// Those of mentions in the order of the text that stand within a range, none over another.
    func within(_ range: Range<Int>) -> ArraySlice<Mention> {
        let start = first(from: range.lowerBound)
        var end = start
        while end < count, self[end].range.upperBound <= range.upperBound { end += 1 }
        return self[start..<end]
    }

    /// Those of mentions in the order of the text that begin in a range.
    func starting(in range: Range<Int>) -> ArraySlice<Mention> {
        self[first(from: range.lowerBound)..<first(from: range.upperBound)]
    }

    /// The index of the first that begins at a place or behind it.
    private func first(from place: Int) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle].range.lowerBound < place { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

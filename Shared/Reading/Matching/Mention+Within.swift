extension [Mention] {
    /// Those of mentions in the order of the text that stand within a range, none over another.
    func within(_ range: Range<Int>) -> ArraySlice<Mention> {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle].range.lowerBound < range.lowerBound {
                low = middle + 1
            } else {
                high = middle
            }
        }
        var end = low
        while end < count, self[end].range.upperBound <= range.upperBound { end += 1 }
        return self[low..<end]
    }

    /// Those of mentions in the order of the text that begin in a range.
    func starting(in range: Range<Int>) -> ArraySlice<Mention> {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle].range.lowerBound < range.lowerBound {
                low = middle + 1
            } else {
                high = middle
            }
        }
        var end = low
        while end < count, self[end].range.lowerBound < range.upperBound { end += 1 }
        return self[low..<end]
    }
}

package import Evidence

/// Which country each part of a text is about, as far as its layout tells.
///
/// Ranges are Unicode scalars of the raw text. Where they nest, the innermost counts.
package struct Scopes: Sendable {
    /// What the document as a whole is about.
    package var document: EntityID?
    private var ranges: [(range: Range<Int>, country: EntityID)]

    package static let none = Scopes()

    package init(document: EntityID? = nil, ranges: [(Range<Int>, EntityID)] = []) {
        self.document = document
        self.ranges = ranges.map { (range: $0.0, country: $0.1) }
            .sorted {
                ($0.range.lowerBound, -$0.range.upperBound)
                    < ($1.range.lowerBound, -$1.range.upperBound)
            }
    }

    /// The country of the innermost block around an offset; `nil` where none has one.
    package func block(at offset: Int) -> EntityID? {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].range.lowerBound <= offset { low = middle + 1 } else { high = middle }
        }
        for index in stride(from: low - 1, through: max(0, low - Self.depthMax), by: -1)
        where ranges[index].range.contains(offset) {
            return ranges[index].country
        }
        return nil
    }

    /// How many ranges that start before an offset are looked at for one that still holds it.
    private static let depthMax = 64
}

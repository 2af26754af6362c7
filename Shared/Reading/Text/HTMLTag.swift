/// What tags do to the text around them.
enum HTMLTag {
    private static let inline: [StaticString] = [
        "a", "abbr", "b", "bdi", "cite", "code", "em", "font", "i", "kbd", "mark", "q", "s",
        "small", "span", "strong", "sub", "sup", "u", "wbr",
    ]

    /// Whether a tag separates what stands before it from what follows: a cell, item, paragraph.
    static func separates(
        _ text: UnsafeBufferPointer<Unicode.Scalar>,
        _ range: Range<Int>
    ) -> Bool {
        var start = range.lowerBound + 1
        if start < range.upperBound, text[start] == "/" { start += 1 }
        var end = start
        while end < range.upperBound, text[end].properties.isAlphabetic { end += 1 }
        return !inline.contains { name in
            name.utf8CodeUnitCount == end - start
                && (0..<name.utf8CodeUnitCount).allSatisfy {
                    text[start + $0].value | 0x20 == UInt32(name.utf8Start[$0])
                }
        }
    }
}

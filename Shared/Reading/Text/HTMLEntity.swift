/// A character reference such as `&amp;` or `&#8217;` in a text.
struct HTMLEntity {
    let start: Int
    let end: Int
    let scalar: Unicode.Scalar
    /// Where a possessive "s" after an apostrophe ends; 0 where there is none.
    let possessiveEnd: Int

    private static let names: [(StaticString, Unicode.Scalar)] = [
        ("amp;", "&"), ("nbsp;", " "), ("quot;", "\""), ("apos;", "'"), ("rsquo;", "\u{2019}"),
        ("lsquo;", "\u{2018}"), ("ldquo;", "\u{201C}"), ("rdquo;", "\u{201D}"), ("lt;", "<"),
        ("gt;", ">"), ("ndash;", "\u{2013}"), ("mdash;", "\u{2014}"), ("#39;", "'"),
        ("#8217;", "\u{2019}"), ("#8216;", "\u{2018}"), ("#160;", " "), ("#x27;", "'"),
        ("#38;", "&"), ("#x26;", "&"), ("#34;", "\""), ("middot;", "\u{B7}"),
    ]

    /// Reads a reference that starts at an ampersand; `nil` where none of the known ones stands.
    init?(_ text: UnsafeBufferPointer<Unicode.Scalar>, at start: Int) {
        for (name, scalar) in Self.names {
            let count = name.utf8CodeUnitCount
            guard start + count < text.count + 0, start + 1 + count <= text.count,
                (0..<count).allSatisfy({
                    text[start + 1 + $0].value == UInt32(name.utf8Start[$0])
                })
            else { continue }
            self.start = start
            self.scalar = scalar
            end = start + 1 + count
            let follows = end < text.count && text[end] == "s"
            let ends =
                follows
                && (end + 1 == text.count
                    || Folding.standard.kind(text[end + 1]).class != .letter)
            possessiveEnd = ends ? end + 1 : 0
            return
        }
        return nil
    }
}

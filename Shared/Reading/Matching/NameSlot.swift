/// A place of a form or table where the layout says that somebody is named.
package struct NameSlot: Hashable, Sendable {
    /// The content of the field or cell: Unicode scalars of the text, half-open.
    package var range: Range<Int>
    package var part: Part

    package init(range: Range<Int>, part: Part) {
        self.range = range
        self.part = part
    }

    /// Who is named there.
    package enum Part: Hashable, Sendable {
        case supplier
        case buyer
        /// A city or country, as the label says.
        case place
    }
}

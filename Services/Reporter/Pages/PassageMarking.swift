import Evidence

/// Cuts a text at the ends of the quotes in it, which may overlap.
enum PassageMarking {
    /// A stretch of text that lies in the same quotes from end to end.
    struct Piece {
        var text: String
        var isMarked: Bool
        /// The fragments that point here: of the claims whose quotes begin here.
        var anchors: [Anchor]
        /// The numbers of the claims whose quotes end here.
        var ends: [Ending]
    }

    struct Anchor {
        var anchor: String
    }

    struct Ending {
        var endNumber: Int
    }

    /// Cuts the text; a quote that reaches beyond it is cut off at its end.
    ///
    /// - Parameters:
    ///   - text: The document's kept text.
    ///   - claims: The claims in the order in which they are numbered, from 1.
    /// - Returns: Pieces that make up the text, in order, none of them empty.
    static func pieces(of text: String, claims: [Claim]) -> [Piece] {
        let scalars = Array(text.unicodeScalars)
        let quotes = claims.enumerated().compactMap { index, claim -> Marked? in
            let range = claim.quote.range.clamped(to: 0..<scalars.count)
            return range.isEmpty ? nil : Marked(range: range, number: index + 1, id: claim.id)
        }
        let cuts = Set(quotes.flatMap { [$0.range.lowerBound, $0.range.upperBound] })
            .union([0, scalars.count]).sorted()
        return zip(cuts, cuts.dropFirst()).map { start, end in
            var piece = String.UnicodeScalarView()
            piece.append(contentsOf: scalars[start..<end])
            return Piece(
                text: String(piece),
                isMarked: quotes.contains { $0.range.contains(start) },
                anchors: quotes.filter { $0.range.lowerBound == start }
                    .map { Anchor(anchor: Links.anchor($0.id)) },
                ends: quotes.filter { $0.range.upperBound == end }
                    .map { Ending(endNumber: $0.number) }
            )
        }
    }

    private struct Marked {
        var range: Range<Int>
        var number: Int
        var id: ClaimID
    }
}

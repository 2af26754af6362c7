import Evidence
import Testing

@testable import Reporter

struct PassageMarkingTests {
    private let document = SampleDocument(
        number: 9,
        title: nil,
        publisher: nil,
        text: "one two 三 four 🏛️ six"
    )

    @Test(arguments: [
        [0..<3], [0..<7, 4..<9], [4..<9, 4..<7], [0..<19, 4..<7, 8..<9], [15..<90], [],
    ])
    func `the pieces make up the text, marked where a quote is`(_ ranges: [Range<Int>]) {
        let pieces = PassageMarking.pieces(of: document.text, claims: ranges.map(claim))
        #expect(pieces.map(\.text).joined() == document.text)
        #expect(pieces.allSatisfy { !$0.text.unicodeScalars.isEmpty })
        var marked: Set<Int> = []
        var start = 0
        for piece in pieces {
            let end = start + piece.text.unicodeScalars.count
            if piece.isMarked { marked.formUnion(start..<end) }
            start = end
        }
        let length = document.text.unicodeScalars.count
        #expect(marked == Set(ranges.flatMap { $0.clamped(to: 0..<length) }))
    }

    @Test func `each quote has one place to jump to and one number at its end`() {
        let claims = [0..<7, 4..<9, 4..<9].map(claim)
        let pieces = PassageMarking.pieces(of: document.text, claims: claims)
        #expect(pieces.flatMap(\.anchors).count == 3)
        #expect(pieces.flatMap(\.ends).map(\.endNumber).sorted() == [1, 2, 3])
    }

    private func claim(_ range: Range<Int>) -> Claim {
        Claim(
            id: ClaimID(document: document.id, range: range, kind: "statement", surfaces: []),
            content: .statement(Statement(kind: .weakOversight, subject: "xa")),
            quote: Quote(document: document.id, text: "", range: range),
            rule: "sample@1",
            source: document.grade
        )
    }
}

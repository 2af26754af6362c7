import Contracts
import Foundation
import TestSupport
import Testing

@testable import Ingestion

struct SegmenterTests {
    @Test(arguments: [
        "short", "", "line\nline\n",
        String(repeating: "a sentence of some words.\n", count: 20_000),
        String(repeating: "汉", count: 100_000),
        String(repeating: "\u{1}", count: 100_000),
        String(repeating: "é\u{301}👩‍👩‍👧‍👦", count: 9_000),
    ])
    func `the segments joined are the text, and each fits an event`(_ text: String) throws {
        let segments = Segmenter.segments(of: text)
        #expect(Array(segments.joined().unicodeScalars) == Array(text.unicodeScalars))
        for segment in segments {
            #expect(segment.utf8.count <= DocumentSegment.textBytesMax)
            let encoded = try JSONEncoder().encode(segment)
            #expect(encoded.count <= DocumentSegment.encodedBytesMax + 2)
        }
    }

    @Test func `a long text is cut at line ends where one is near`() {
        let text = String(repeating: "a sentence of some words.\n", count: 20_000)
        let segments = Segmenter.segments(of: text)
        #expect(segments.count > 1)
        #expect(segments.allSatisfy { $0.hasSuffix("\n") })
    }
}

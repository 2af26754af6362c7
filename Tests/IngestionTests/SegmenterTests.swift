import Contracts
import Foundation
import TestSupport
import Testing

@testable import Ingestion

struct SegmenterTests {
    @Test(arguments: [
        Example("a short text", "short", count: 1),
        Example("nothing", "", count: 1),
        Example("lines", "a sentence of some words.\n", count: 20_000),
        Example("Chinese without lines", "汉", count: 100_000),
        Example("control characters", "\u{1}", count: 100_000),
        Example("composed characters", "é\u{301}👩‍👩‍👧‍👦", count: 9_000),
    ])
    func `the segments joined are the text, and each fits an event`(_ example: Example) throws {
        let text = example.text
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

    struct Example: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let text: String

        init(_ name: String, _ part: String, count: Int) {
            testDescription = name
            text = String(repeating: part, count: count)
        }
    }
}

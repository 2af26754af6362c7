import Evidence
import Foundation
import Testing

@testable import Reading

#if canImport(Glibc)
import Glibc
#endif

/// Texts that nobody wrote, or somebody to do harm: none ends the program, none takes for ever.
struct FuzzTests {
    /// A generator that is the same in every run.
    private struct Random {
        var state: UInt64

        mutating func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
    }

    private static let prose = """
        Kenya signed a $12 million contract with Ericsson for a 5G network — “the largest yet” (MoICT). \
        肯尼亚教育部与华为签署协议，由世界银行提供1.5亿美元贷款。| Peru | Oracle |\n- **Note:** done
        """

    /// Reads a text; every quote must be what stands at its range.
    private func check(_ text: String) throws {
        let scalars = Array(text.unicodeScalars)
        for claim in try Shelf.read(text).claims {
            try #require(claim.quote.range.upperBound <= scalars.count)
            var words = String.UnicodeScalarView()
            words.append(contentsOf: scalars[claim.quote.range])
            #expect(String(words) == claim.quote.text)
        }
    }

    @Test func `random bytes are read without harm`() throws {
        var random = Random(state: 11)
        for _ in 0..<40 {
            let bytes = (0..<600).map { _ in UInt8(random.next(256)) }
            try check(String(decoding: bytes, as: UTF8.self))
        }
    }

    @Test func `prose with broken bytes is read with exact quotes`() throws {
        var random = Random(state: 12)
        for _ in 0..<40 {
            var bytes = Array(Self.prose.utf8)
            for _ in 0..<random.next(30) {
                let place = random.next(bytes.count)
                switch random.next(3) {
                case 0: bytes[place] = UInt8(random.next(256))
                case 1: bytes.remove(at: place)
                default: bytes.insert(contentsOf: bytes[place...].prefix(random.next(9)), at: place)
                }
            }
            try check(String(decoding: bytes, as: UTF8.self))
        }
    }

    /// A way to make a text of any length.
    struct Shape: Sendable, CustomTestStringConvertible {
        var name: String
        var make: @Sendable (Int) -> String

        var testDescription: String { name }

        static func rows(_ name: String, _ row: String) -> Shape {
            Shape(name: name) { String(repeating: row, count: $0 / row.unicodeScalars.count) }
        }

        /// Rows that differ by their numbers.
        static func numbered(_ name: String, _ row: @escaping @Sendable (Int) -> String) -> Shape {
            Shape(name: name) { (1...$0 / row(1_000).unicodeScalars.count).map(row).joined() }
        }
    }

    private static let shapes: [Shape] = [
        .rows(
            "prose on one line",
            "Kenya signed a contract with Oracle for a data centre in May. "
        ),
        .rows("a sentence without end", "the ministry of Kenya and Oracle and IBM say that "),
        .rows("a sentence of verbs", "built by Oracle and funded by "),
        .rows("a sentence of clauses", "which Oracle said that "),
        .rows("a list without end", "Kenya, Oracle, $5 million, "),
        .rows("shares without end", "10 per cent of Oracle is owned by Kenya and "),
        .rows("Chinese without stops", "肯尼亚教育部与华为公司签署协议由世界银行提供贷款"),
        .rows("characters without stops", "中国公司"),
        .rows("Chinese deals without stops", "肯尼亚政府采用华为的云平台"),
        .rows("Chinese companies without stops", "华为中兴"),
        .rows("many tables", "| Country | Supplier |\n|---|---|\n| Kenya | Oracle |\n\n"),
        .rows("a long row", "| Kenya | Oracle "),
        .rows("headings", "# Kenya\n\nOracle built it.\n\n"),
        .rows("sections", "Kenya\n\nWhat is in place\n\nPeru\n\nOracle built a data centre.\n\n"),
        .rows("forms", "Supplier: Oracle\nSystem: data centre\nBuyer: Kenya\n"),
        .rows("open brackets", "Kenya ("),
        .rows("open titles", "\u{300A}肯尼亚"),
        .rows("marks on a letter", "e\u{301}\u{301}"),
        .rows("one definition again and again", "Border Agency of Kenya (BAK) met. "),
        .numbered("deals on one line") { "Oracle built a cloud for Kenya worth $\($0) million. " },
        .numbered("deals line by line") {
            "Cisco built a network for Peru worth $\($0) million.\n\n"
        },
        .numbered("new companies") { "Firm\($0)x Systems Ltd built a data centre for Kenya.\n\n" },
        .numbered("companies named again") { "Brand\($0)a Telecom Ltd met. Brand\($0)a agreed. " },
        .numbered("cells of one row") { "| Kenya \($0) " },
        .numbered("lines of one deal each") { "Kenya\tOracle\t$\($0) million\tdata centre\n" },
        .rows("brackets", "("),
        .rows("stops", "A. "),
        .rows("letters", "a"),
        Shape(name: "nested lists") { length in
            (0..<length / 70).map { depth in
                String(repeating: " ", count: depth % 100) + "- Kenya: item\n"
            }
            .joined()
        },
    ]

    @Test(arguments: Self.shapes)
    func `four times the text takes some four times the work`(_ shape: Shape) throws {
        let short = try work(shape.make(10_000))
        let long = try work(shape.make(40_000))
        // Twice what is linear, half of what is quadratic.
        #expect(long < short * 8 + .milliseconds(40), "\(short), then \(long)")
    }

    /// The processor's time that this thread takes for a text: other tests run beside it.
    private func work(_ text: String) throws -> Duration {
        let reader = try Shelf.reader.get()
        let source = SourceText(id: DocumentID(rawValue: "test"), text: text)
        return (0..<2).map { _ in
            let start = Self.processorTime()
            _ = reader.read(source)
            return Self.processorTime() - start
        }
        .min() ?? .zero
    }

    private static func processorTime() -> Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}

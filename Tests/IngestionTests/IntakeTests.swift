import Contracts
import Evidence
import Foundation
import Scoring
import Testing

@testable import Ingestion

struct IntakeTests {
    private let intake = Intake(bytesMax: 1000)

    private func document(
        _ text: String,
        origin: String = "a.txt",
        type: String? = nil
    ) throws -> Intake.Document {
        try intake.document(
            from: Submission(bytes: Data(text.utf8), origin: origin, mediaType: type)
        )
    }

    private func rejection(_ submission: Submission) -> DocumentRejected.Reason? {
        do throws(Intake.Rejection) {
            _ = try intake.document(from: submission)
            return nil
        } catch {
            return error.reason
        }
    }

    @Test func `front matter says where a document comes from`() throws {
        let text = """
            ---
            title: A title
            publisher: Harbour Briefing
            published: 2022-03
            reliability: b
            credibility: 3
            language: en
            ---
            The text.
            """
        let ingested = try document(text, origin: "a.md").ingested
        #expect(ingested.title == "A title")
        #expect(ingested.mediaType == "text/markdown")
        #expect(
            ingested.grade
                == SourceGrade(
                    reliability: .b,
                    credibility: 3,
                    publisher: "Harbour Briefing",
                    published: PartialDate(year: 2022, month: 3)
                )
        )
    }

    @Test func `a colon in a title spoils no front matter`() throws {
        let text = "---\ntitle: Ports: a review\npublisher: Harbour\n---\nThe text."
        let ingested = try document(text, origin: "a.md").ingested
        #expect(ingested.title == "Ports: a review")
        #expect(ingested.grade.publisher == "Harbour")
    }

    @Test func `text between lines of dashes is text where it begins with no field`() throws {
        let text = "---\nHe said [so\n---\nThe text."
        #expect(try document(text, origin: "a.md").ingested.grade == SourceGrade())
    }

    @Test func `a rejection names the line that is wrong`() {
        let submission = Submission(
            bytes: Data("---\ntitle: [a\n- b\n---\nx".utf8),
            origin: "a.md"
        )
        do throws(Intake.Rejection) {
            _ = try intake.document(from: submission)
            Issue.record("nothing was rejected")
        } catch {
            #expect(error.detail.contains("“- b”"))
        }
    }

    @Test func `without a word on its source a document is graded C2`() throws {
        #expect(try document("Some text.").ingested.grade == SourceGrade())
    }

    @Test func `copies of a text under other heads have near sketches`() throws {
        let body = String(
            repeating: "The ministry signed for a data centre with a supplier from abroad. ",
            count: 3
        )
        let other = String(repeating: "Twelve schools of the province got new boards. ", count: 4)
        func sketch(_ text: String) throws -> TextSketch? {
            try document(text, origin: "a.md").ingested.grade.sketch.flatMap { TextSketch($0) }
        }
        let first = try #require(try sketch("---\npublisher: Harbour\n---\n" + body))
        let copy = try #require(try sketch("---\ntitle: Copied\npublisher: Bay\n---\n\n" + body))
        let unlike = try #require(try sketch(other))
        #expect(first.distance(to: copy) == 0)
        #expect(first.distance(to: unlike) > 10)
    }

    @Test func `what the submitter says counts over what the document says`() throws {
        var submission = Submission(
            bytes: Data("---\npublisher: Self\n---\ntext".utf8),
            origin: "a.md"
        )
        submission.metadata.publisher = "Desk"
        #expect(try intake.document(from: submission).ingested.grade.publisher == "Desk")
    }

    @Test(arguments: [
        Reject("nothing", Data(), .empty),
        Reject("blanks", Data(" \n\t".utf8), .empty),
        Reject("bytes that are no UTF-8", Data([0x41, 0xFF, 0xC3, 0x28]), .notText),
        Reject("a NUL byte", Data([0x41, 0x00, 0x42]), .notText),
        Reject("too many bytes", Data(repeating: 0x41, count: 1001), .tooLarge),
        Reject("a PDF by its name", Data("%PDF".utf8), .unsupportedType, origin: "a.pdf"),
        Reject("an unknown type", Data("x".utf8), .unsupportedType, type: "image/png"),
        Reject(
            "front matter that is no list of fields",
            Data("---\ntitle: [a\n- b\n---\nx".utf8),
            .badMetadata
        ),
        Reject(
            "an impossible date",
            Data("---\npublished: 2022-13\n---\nx".utf8),
            .badMetadata
        ),
    ])
    func `what is not a document is rejected with the reason`(_ example: Reject) {
        let submission = Submission(
            bytes: example.bytes,
            origin: example.origin,
            mediaType: example.type
        )
        #expect(rejection(submission) == example.reason)
    }

    @Test func `UTF-16 with a byte-order mark is read`() throws {
        let bytes = try #require("塞内加尔".data(using: .utf16LittleEndian))
        let submission = Submission(bytes: Data([0xFF, 0xFE]) + bytes, origin: "a.txt")
        let document = try intake.document(from: submission)
        #expect(document.segments.map(\.text) == ["塞内加尔"])
        #expect(document.ingested.language.hasPrefix("zh"))
    }

    struct Reject: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var bytes: Data
        var reason: DocumentRejected.Reason
        var origin: String
        var type: String?

        init(
            _ name: String,
            _ bytes: Data,
            _ reason: DocumentRejected.Reason,
            origin: String = "a.txt",
            type: String? = nil
        ) {
            testDescription = name
            self.bytes = bytes
            self.reason = reason
            self.origin = origin
            self.type = type
        }
    }
}

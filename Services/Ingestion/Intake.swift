import Contracts
import Evidence
import Foundation
import Reading
import Scoring

/// Decides whether something is a document, and makes of it what is kept and published.
struct Intake: Sendable {
    /// The largest document in bytes.
    var bytesMax: Int

    /// A document that was understood.
    struct Document: Sendable {
        var ingested: DocumentIngested
        var segments: [DocumentSegment]
    }

    /// Why something is not taken.
    struct Rejection: Error, Hashable, Sendable {
        var reason: DocumentRejected.Reason
        var detail: String
    }

    func document(from submission: Submission) throws(Rejection) -> Document {
        let mediaType = try mediaType(of: submission)
        let text = try TextDecoder(bytesMax: bytesMax).decode(submission.bytes)
        let metadata = try metadata(of: submission, text: text)
        let id = submission.id
        let segments = Segmenter.segments(of: text)
        let ingested = DocumentIngested(
            id: id,
            origin: submission.origin,
            title: metadata.title,
            mediaType: mediaType,
            language: metadata.language ?? LanguageDetector.language(of: text),
            grade: SourceGrade(
                reliability: metadata.reliability ?? .c,
                credibility: metadata.credibility ?? 2,
                publisher: metadata.publisher,
                published: metadata.published,
                sketch: Self.sketch(of: text)
            ),
            segments: segments.count,
            scalars: text.unicodeScalars.count
        )
        return Document(
            ingested: ingested,
            segments: segments.enumerated().map { index, text in
                DocumentSegment(document: id, index: index, text: text)
            }
        )
    }

    /// By which near-duplicates are known; `nil` for a text that is too short to tell.
    private static func sketch(of text: String) -> String? {
        let body = FrontMatter.body(of: text)
        guard body.unicodeScalars.count >= sketchedScalarsMin else { return nil }
        return TextSketch(sketching: String(body)).description
    }

    /// The shortest text that is sketched, in scalars: shorter ones are alike by chance.
    static let sketchedScalarsMin = 100

    /// By declaration, else by the ending of the origin's name.
    private func mediaType(of submission: Submission) throws(Rejection) -> String {
        if let declared = submission.mediaType {
            let type = declared.split(separator: ";")[0].trimmingCharacters(in: .whitespaces)
                .lowercased()
            switch type {
            case "text/plain", "text/markdown": return type
            case "application/octet-stream", "application/x-www-form-urlencoded": break
            default:
                throw Rejection(
                    reason: .unsupportedType,
                    detail: "\(type) is not read yet; send text/plain or text/markdown"
                )
            }
        }
        let ending = submission.origin.split(separator: ".").last?.lowercased() ?? ""
        switch ending {
        case "md", "markdown": return "text/markdown"
        case "pdf", "doc", "docx", "xls", "xlsx", "zip", "html", "htm", "json", "xml", "csv":
            throw Rejection(
                reason: .unsupportedType,
                detail: ".\(ending) files are not read yet; convert it to plain text or Markdown"
            )
        default: return "text/plain"
        }
    }

    private func metadata(
        of submission: Submission,
        text: String
    ) throws(Rejection) -> DocumentMetadata {
        do {
            let stated = try DocumentMetadata(fields: try FrontMatter.fields(of: text))
            return submission.metadata.falling(backOn: stated)
        } catch {
            throw Rejection(reason: .badMetadata, detail: "\(error); mend the front matter")
        }
    }
}

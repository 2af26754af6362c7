import Evidence
import Foundation
import HTTPTypes
import Hummingbird
import Operations

/// What somebody asks to be recorded as a judgement.
struct JudgementRequest: Sendable {
    var id: Judgement.ID
    var action: Judgement.Action
    var left: EntityID?
    var right: EntityID?
    var undoes: Judgement.ID?
    var author: String
    var reason: String

    /// The largest request in bytes.
    static let bytesMax = 16_384
    static let authorMax = 200
    static let reasonMax = 4_000
    static let idMax = 64

    /// The judgement that it becomes.
    func judgement(recorded: String) -> Judgement {
        Judgement(
            id: id,
            action: action,
            left: left,
            right: right,
            undoes: undoes,
            author: author,
            reason: reason,
            recorded: recorded
        )
    }

    /// Whether a judgement says what it asks for.
    func says(_ known: Judgement) -> Bool {
        judgement(recorded: known.recorded) == known
    }
}

// MARK: - Reading

extension JudgementRequest {
    private struct Body: Decodable {
        var id: String?
        var action: String
        var left: String?
        var right: String?
        var undoes: String?
        var author: String
        var reason: String
    }

    /// Reads a request.
    ///
    /// - Throws: ``Problem`` that says what to write instead.
    init(_ request: Request) async throws {
        let mediaType = request.headers[.contentType] ?? ""
        guard mediaType.lowercased().hasPrefix("application/json") else {
            // Forms of other sites can send anything but this.
            throw Problem(
                .unsupportedMediaType,
                "Not JSON",
                detail: "Send the judgement with “Content-Type: application/json”."
            )
        }
        let data: Data
        do {
            data = Data(try await request.body.collect(upTo: Self.bytesMax).readableBytesView)
        } catch {
            throw Problem(
                .contentTooLarge,
                "Too large",
                detail: "A judgement may have \(Self.bytesMax) bytes."
            )
        }
        let body: Body
        do {
            body = try JSONDecoder().decode(Body.self, from: data)
        } catch {
            throw Problem.badRequest(Self.words(for: error))
        }
        try self.init(body)
    }

    private init(_ body: Body) throws {
        guard let action = Judgement.Action(rawValue: body.action) else {
            let known = Judgement.Action.allCases.map(\.rawValue).joined(separator: ", ")
            throw Self.unusable("“action” must be one of \(known).")
        }
        let parties = [body.left, body.right].compactMap(\.self)
        switch action {
        case .merge, .split:
            guard parties.count == 2, body.undoes == nil else {
                throw Self.unusable("\(body.action) needs “left” and “right”, two entities' ids.")
            }
            guard parties[0] != parties[1] else {
                throw Self.unusable("“left” and “right” are the same entity.")
            }
        case .undo:
            guard parties.isEmpty, body.undoes != nil else {
                throw Self.unusable("undo needs “undoes”, the id of a judgement, and no entities.")
            }
        }
        let id = body.id ?? "j-\(UUID().uuidString.lowercased())"
        guard (1...Self.idMax).contains(id.utf8.count), id.utf8.allSatisfy(Self.isOfID) else {
            throw Self.unusable(
                "“id” may have 1 to \(Self.idMax) letters, digits and “-”, “_”, “.”, “:”."
            )
        }
        self.init(
            id: id,
            action: action,
            left: body.left.map { EntityID($0) },
            right: body.right.map { EntityID($0) },
            undoes: body.undoes,
            author: try Self.text(body.author, "author", max: Self.authorMax),
            reason: try Self.text(body.reason, "reason", max: Self.reasonMax)
        )
    }

    private static func text(_ value: String, _ name: String, max: Int) throws -> String {
        let text = value.trimmingCharacters(in: .whitespacesAndNewlines)
        guard (1...max).contains(text.count) else {
            throw unusable("“\(name)” must say something, in at most \(max) characters.")
        }
        return text
    }

    private static func isOfID(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-_.:".utf8.contains(byte)
        }
    }

    private static func unusable(_ detail: String) -> Problem {
        Problem(.unprocessableContent, "No judgement", detail: detail)
    }

    private static func words(for error: any Error) -> String {
        switch error as? DecodingError {
        case .keyNotFound(let key, _): "“\(key.stringValue)” is missing."
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            "“\(context.codingPath.map(\.stringValue).joined(separator: "."))” must be a text."
        default: "This is not a JSON object."
        }
    }
}

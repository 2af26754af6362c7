import Foundation
import HTTPTypes
import Hummingbird
import Operations
import Scoring

/// The scorer's HTTP for what might happen: it answers on a copy of what is known, and touches
/// nothing real.
struct ScenarioRoutes: Sendable {
    /// What is known, and the scores of it, at this moment.
    let scorer: @Sendable () -> IncrementalScorer

    /// The largest request in bytes.
    static let bytesMax = 65_536

    func add(to router: Router<some RequestContext>) {
        router.post("api/v1/scenarios") { request, _ in try await answer(request) }
    }

    private func answer(_ request: Request) async throws -> Response {
        let wanted = try await wanted(request)
        let answer: ScenarioAnswer
        do throws(ScenarioError) {
            answer = try ScenarioAnswer(wanted, on: scorer())
        } catch {
            throw Problem(
                .unprocessableContent,
                "A scenario that cannot be computed",
                detail: "\(error)"
            )
        }
        return Response(
            status: .ok,
            headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: try CanonicalJSON.encode(answer)))
        )
    }

    private func wanted(_ request: Request) async throws -> ScenarioRequest {
        let body: Data
        do {
            let buffer = try await request.body.collect(upTo: Self.bytesMax)
            body = Data(buffer.readableBytesView)
        } catch {
            throw Problem(
                .contentTooLarge,
                "Too large",
                detail: "A scenario may have \(Self.bytesMax) bytes."
            )
        }
        do {
            return try JSONDecoder().decode(ScenarioRequest.self, from: body)
        } catch {
            throw Problem(
                .badRequest,
                "Not a scenario",
                detail: Self.words(for: error)
            )
        }
    }

    /// What does not fit, in words.
    private static func words(for error: any Error) -> String {
        let kinds = ScenarioRequest.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        guard let error = error as? DecodingError else { return "This is not JSON." }
        switch error {
        case .keyNotFound(let key, _): return "“\(key.stringValue)” is missing."
        case .typeMismatch(_, let context), .valueNotFound(_, let context),
            .dataCorrupted(let context):
            let field = context.codingPath.map(\.stringValue).joined(separator: ".")
            if field.isEmpty { return "This is not JSON of a scenario." }
            if field == "kind" { return "“kind” must be one of \(kinds)." }
            return "“\(field)” cannot be read: \(context.debugDescription)"
        @unknown default: return "This cannot be read."
        }
    }
}

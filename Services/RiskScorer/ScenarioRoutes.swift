import Foundation
import HTTPTypes
import Hummingbird
import Operations
import Scoring

/// The scorer's HTTP for what might happen, and for how far ranks can be relied on: it answers on a
/// copy of what is known, and touches nothing real.
struct ScenarioRoutes: Sendable {
    /// What is known, and the scores of it, at this moment.
    let scorer: @Sendable () -> IncrementalScorer
    /// The description of this API.
    let openAPI: [UInt8]
    private let robustness = RobustnessBook()

    /// Takes the description from the program's files.
    init(scorer: @escaping @Sendable () -> IncrementalScorer) throws {
        self.scorer = scorer
        let file = Bundle.module.url(forResource: "Description", withExtension: nil)?
            .appending(path: "openapi.json")
        guard let file else { throw CocoaError(.fileNoSuchFile) }
        openAPI = [UInt8](try Data(contentsOf: file))
    }

    /// The largest request in bytes.
    static let bytesMax = 65_536

    func add(to router: Router<some RequestContext>) {
        router.get("api/openapi.json") { _, _ in json(openAPI) }
        router.get("api/v1/robustness") { _, _ in
            json(try CanonicalJSON.encode(await robustness.report(on: state)))
        }
        router.post("api/v1/scenarios") { request, _ in try await answer(request) }
    }

    private var state: RobustnessBook.State { .init(scorer()) }

    private func json(_ bytes: [UInt8]) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
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
        return json(try CanonicalJSON.encode(answer))
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

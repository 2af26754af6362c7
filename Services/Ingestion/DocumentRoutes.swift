import Evidence
import Foundation
import HTTPTypes
import Hummingbird
import Operations

/// Ingestion's HTTP: handing documents in, and asking what became of them.
struct DocumentRoutes: Sendable {
    let store: DocumentStore
    let bytesMax: Int
    /// How many events readers may lag behind before new documents wait.
    let lagMax: Int64
    let lag: @Sendable () throws -> Int64

    func add(to router: Router<some RequestContext>) {
        router.post("api/v1/documents") { request, _ in
            try await accept(request)
        }
        router.get("api/v1/documents/:id/status") { _, context in
            let id = DocumentID(rawValue: try context.parameters.require("id"))
            guard let receipt = try await store.receipt(for: id) else {
                throw Problem(
                    .notFound,
                    "No such document",
                    detail: "Nothing with the SHA-256 \(id) was handed in."
                )
            }
            return try Self.answer(receipt, status: .ok)
        }
    }

    /// Answers 202 for what is taken in, and 422 with the reason for what is kept aside.
    private func accept(_ request: Request) async throws -> Response {
        guard try lag() <= lagMax else {
            throw Problem(
                .serviceUnavailable,
                "Busy",
                detail: "Earlier documents are still being read; try again later.",
                headers: [.retryAfter: "5"]
            )
        }
        let receipt = try await store.take(
            Submission(
                bytes: try await body(of: request),
                origin: Self.query(request, "origin") ?? "submission",
                mediaType: request.headers[.contentType],
                metadata: try Self.metadata(request)
            )
        )
        return try Self.answer(
            receipt,
            status: receipt.state == .rejected ? .unprocessableContent : .accepted
        )
    }

    private func body(of request: Request) async throws -> Data {
        do {
            let buffer = try await request.body.collect(upTo: bytesMax)
            return Data(buffer.readableBytesView)
        } catch {
            throw Problem(
                .contentTooLarge,
                "Too large",
                detail: "A document may have \(bytesMax) bytes (intake.bytes-max); split it."
            )
        }
    }

    /// What the submitter says of the source, as query parameters.
    private static func metadata(_ request: Request) throws -> DocumentMetadata {
        let names = ["title", "publisher", "published", "reliability", "credibility", "language"]
        let pairs = names.compactMap { name in query(request, name).map { (name, $0) } }
        do throws(DocumentMetadata.Invalid) {
            return try DocumentMetadata(fields: Dictionary(uniqueKeysWithValues: pairs))
        } catch {
            throw Problem(.badRequest, "Unusable metadata", detail: error.description)
        }
    }

    private static func query(_ request: Request, _ name: String) -> String? {
        request.uri.queryParameters[name[...]].map(String.init)
    }

    private static func answer(
        _ receipt: DocumentStore.Receipt,
        status: HTTPResponse.Status
    ) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Response(
            status: status,
            headers: [
                .contentType: "application/json",
                .location: "/api/v1/documents/\(receipt.id)/status",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: try encoder.encode(receipt)))
        )
    }
}

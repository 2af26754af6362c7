import Foundation

/// Hands documents in, one by one, waiting where ingestion asks to.
struct Submitter {
    let client: HTTPClient
    /// What the operator says of the source.
    let metadata: [String: String]

    /// How often a busy ingestion is asked again.
    private static let attemptsMax = 60

    /// What ingestion answered.
    struct Receipt: Decodable, Sendable {
        var id: String
        var state: String
        var isDuplicate: Bool
        var reason: String?
        var detail: String?
        var sequence: Int64
        var epoch: String
    }

    enum Result {
        case receipt(Receipt)
        case failure(String)
    }

    func submit(_ source: DocumentSource) async throws -> Result {
        let bytes: Data
        do {
            bytes = try await source.bytes()
        } catch {
            return .failure("\(error)")
        }
        var query = metadata
        query["origin"] = source.origin
        for _ in 0..<Self.attemptsMax {
            let answer = try await client.post(
                "/api/v1/documents",
                query: query,
                body: bytes,
                contentType: "application/octet-stream"
            )
            switch answer.status {
            case 202, 422:
                return .receipt(try JSONDecoder().decode(Receipt.self, from: answer.body))
            case 429, 503: try await Task.sleep(for: .seconds(answer.retryAfter ?? 1))
            default: return .failure(answer.problem)
            }
        }
        return .failure("ingestion stayed busy; try again later")
    }
}

/// What came of handing in several documents.
struct SubmissionOutcome {
    var accepted = 0
    var duplicates = 0
    var rejections: [(origin: String, why: String)] = []
    /// The last event of ingestion's journal that any of them caused.
    var last: PipelinePositions.Position?

    mutating func add(_ result: Submitter.Result, from origin: String) {
        switch result {
        case .failure(let why): rejections.append((origin, why))
        case .receipt(let receipt):
            if receipt.state == "rejected" {
                let why = [receipt.reason, receipt.detail].compactMap(\.self)
                rejections.append((origin, why.joined(separator: ": ")))
            } else if receipt.isDuplicate {
                duplicates += 1
            } else {
                accepted += 1
            }
            if receipt.sequence > last?.sequence ?? 0 {
                last = .init(epoch: receipt.epoch, sequence: receipt.sequence)
            }
        }
    }
}

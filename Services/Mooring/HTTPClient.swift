import Foundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// Speaks HTTP with Mooring's services, and says in words what went wrong.
struct HTTPClient: Sendable {
    let base: String

    struct Failure: Error, CustomStringConvertible {
        let description: String
        /// Whether trying again later may help.
        var isTemporary = false
    }

    /// An answer with its status.
    struct Answer: Sendable {
        var status: Int
        var body: Data
        var retryAfter: Int?

        var isSuccess: Bool { (200..<300).contains(status) }

        /// What a problem document says.
        var problem: String {
            struct Problem: Decodable {
                var title: String?
                var detail: String?
            }
            guard let problem = try? JSONDecoder().decode(Problem.self, from: body) else {
                return "status \(status)"
            }
            return [problem.title, problem.detail].compactMap(\.self).joined(separator: ": ")
        }
    }

    func get(_ path: String, query: [String: String] = [:]) async throws -> Answer {
        try await send(URLRequest(url: try url(path, query)))
    }

    func post(
        _ path: String,
        query: [String: String],
        body: Data,
        contentType: String
    ) async throws -> Answer {
        var request = URLRequest(url: try url(path, query))
        request.httpMethod = "POST"
        request.httpBody = body
        request.setValue(contentType, forHTTPHeaderField: "Content-Type")
        return try await send(request)
    }

    /// Gets and decodes, or says what the service answered instead.
    func value<Value: Decodable>(
        _ path: String,
        query: [String: String] = [:]
    ) async throws -> Value {
        let answer = try await get(path, query: query)
        guard answer.isSuccess else { throw Failure(description: answer.problem) }
        return try JSONDecoder().decode(Value.self, from: answer.body)
    }

    private func send(_ request: URLRequest) async throws -> Answer {
        do {
            let (body, response) = try await URLSession.shared.data(for: request)
            let http = response as? HTTPURLResponse
            return Answer(
                status: http?.statusCode ?? 0,
                body: body,
                retryAfter: http?.value(forHTTPHeaderField: "Retry-After").flatMap { Int($0) }
            )
        } catch {
            throw Failure(
                description: "nothing answers at \(base); is it running? “mooring doctor” looks",
                isTemporary: true
            )
        }
    }

    private func url(_ path: String, _ query: [String: String]) throws -> URL {
        guard var parts = URLComponents(string: base + path) else {
            throw Failure(description: "“\(base)” is not an address")
        }
        if !query.isEmpty {
            parts.queryItems = query.sorted { $0.key < $1.key }
                .map { URLQueryItem(name: $0.key, value: $0.value) }
            // URLComponents leaves “+” as it is, which servers read as a blank.
            parts.percentEncodedQuery = parts.percentEncodedQuery?.replacing("+", with: "%2B")
        }
        guard let url = parts.url else { throw Failure(description: "“\(path)” is not a path") }
        return url
    }
}

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
        /// The header fields, by their names in small letters.
        var headers: [String: String] = [:]

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

    /// Gets what is at a path.
    ///
    /// - Parameters:
    ///   - path: From the base on.
    ///   - query: What is asked, once each.
    ///   - topics: The values of `topic`, which can be asked several times.
    /// - Returns: The answer, whatever its status.
    /// - Throws: ``Failure`` where nothing answers.
    func get(
        _ path: String,
        query: [String: String] = [:],
        topics: [String] = []
    ) async throws -> Answer {
        let items = topics.map { URLQueryItem(name: "topic", value: $0) }
        return try await send(URLRequest(url: try url(path, query, items)))
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
                retryAfter: http?.value(forHTTPHeaderField: "Retry-After").flatMap { Int($0) },
                headers: Self.headers(of: http)
            )
        } catch {
            throw Failure(
                description: "nothing answers at \(base); is it running? “mooring doctor” looks",
                isTemporary: true
            )
        }
    }

    private static func headers(of response: HTTPURLResponse?) -> [String: String] {
        var headers: [String: String] = [:]
        for (name, value) in response?.allHeaderFields ?? [:] {
            headers["\(name)".lowercased()] = "\(value)"
        }
        return headers
    }

    private func url(
        _ path: String,
        _ query: [String: String],
        _ more: [URLQueryItem] = []
    ) throws -> URL {
        guard var parts = URLComponents(string: base + path) else {
            throw Failure(description: "“\(base)” is not an address")
        }
        if !query.isEmpty || !more.isEmpty {
            let items = query.sorted { $0.key < $1.key }
                .map { URLQueryItem(name: $0.key, value: $0.value) }
            parts.queryItems = items + more
            // URLComponents leaves “+” as it is, which servers read as a blank.
            parts.percentEncodedQuery = parts.percentEncodedQuery?.replacing("+", with: "%2B")
        }
        guard let url = parts.url else { throw Failure(description: "“\(path)” is not a path") }
        return url
    }
}

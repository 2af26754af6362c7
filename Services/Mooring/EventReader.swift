import Foundation

/// Reads the relay's events page by page and prints them.
actor EventReader {
    private let client: HTTPClient
    private let topics: [String]
    /// Where the next question starts.
    private(set) var cursor: String

    /// How many seconds a question waits for news.
    private static let waitSeconds = 20

    init(client: HTTPClient, topics: [String], start: String) {
        self.client = client
        self.topics = topics
        cursor = start
    }

    /// Prints what there is.
    func readAll() async throws {
        while try await readPage(wait: 0) {}
    }

    /// Prints what there is and what comes, until it is cancelled.
    func follow() async throws {
        while !Task.isCancelled {
            do {
                _ = try await readPage(wait: cursor == "now" ? 0 : Self.waitSeconds)
            } catch let failure as HTTPClient.Failure where failure.isTemporary {
                guard !Task.isCancelled else { return }
                try? await Task.sleep(for: .seconds(1))
            }
        }
    }

    /// Prints one page.
    ///
    /// - Returns: Whether there is more already.
    private func readPage(wait: Int) async throws -> Bool {
        let answer = try await client.get("/events", query: query(wait: wait), topics: topics)
        guard let next = answer.headers["mooring-cursor"] else {
            throw HTTPClient.Failure(description: answer.problem)
        }
        if answer.isSuccess {
            for line in JSONLines.split(answer.body) { Terminal.write(line) }
        } else if answer.status == 410 {
            Terminal.note(answer.problem)
        } else {
            throw HTTPClient.Failure(description: answer.problem)
        }
        cursor = next
        return answer.status == 410 || answer.headers["mooring-more"] == "true"
    }

    private func query(wait: Int) -> [String: String] {
        var query = ["max": "500"]
        if !cursor.isEmpty { query["after"] = cursor }
        if wait > 0 { query["wait"] = "\(wait)" }
        return query
    }
}

/// The elements of a JSON array, one line each, otherwise byte for byte.
enum JSONLines {
    static func split(_ array: Data) -> [Data] {
        var lines: [Data] = []
        var line = Data()
        var depth = 0
        var isText = false
        var isEscaped = false
        for byte in array {
            if isText {
                line.append(byte)
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isText = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
            default: break
            }
            let isBetween = depth == 0 || (depth == 1 && byte != UInt8(ascii: "}"))
            if isBetween || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { continue }
            isText = byte == UInt8(ascii: "\"")
            line.append(byte)
            if depth == 1 {
                lines.append(line + Data("\n".utf8))
                line = Data()
            }
        }
        return lines
    }
}

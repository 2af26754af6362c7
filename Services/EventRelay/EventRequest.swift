import HTTPTypes
import Hummingbird
import Operations

/// The parameters of `GET /events`.
struct EventRequest: Sendable {
    var query: ReplayQuery
    /// How many seconds to wait where there is nothing yet.
    var wait = 0

    private static let maxDefault = 100

    /// Reads `after`, `max`, `topic` (which may be repeated) and `wait`.
    ///
    /// - Throws: ``Problem`` with status 400 that names what is wrong.
    init(_ request: Request) throws(Problem) {
        let parameters = request.uri.queryParameters
        let max = try Self.number(parameters, "max", 1...RelayLimits.replayEventsMax)
        wait = try Self.number(parameters, "wait", 0...RelayLimits.waitSecondsMax) ?? 0
        do throws(ReplayQuery.Invalid) {
            query = try ReplayQuery(
                after: parameters["after"].map { String($0) },
                max: max ?? Self.maxDefault,
                topics: parameters.getAll("topic").map { String($0) }
            )
        } catch {
            throw Problem(.badRequest, "Unusable question", detail: error.description)
        }
    }

    /// Where the question goes on.
    func next(after cursor: EventCursor) -> String {
        let topics = query.topics.map { "&topic=" + Self.escaped($0) }.joined()
        return "/events?after=\(cursor.text)&max=\(query.max)\(topics)"
    }

    private static func number(
        _ parameters: Parameters,
        _ name: String,
        _ range: ClosedRange<Int>
    ) throws(Problem) -> Int? {
        guard let text = parameters[name[...]] else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw Problem(
                .badRequest,
                "Unusable question",
                detail: "“\(name)” must be a whole number from \(range.lowerBound) to "
                    + "\(range.upperBound)."
            )
        }
        return number
    }

    private static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain =
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
            guard !isPlain else { return String(UnicodeScalar(byte)) }
            let digits = String(byte, radix: 16, uppercase: true)
            return "%" + (digits.utf8.count < 2 ? "0" : "") + digits
        }.joined()
    }
}

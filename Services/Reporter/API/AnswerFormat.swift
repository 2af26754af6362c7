import HTTPTypes
import Hummingbird
import Operations

/// How a list is answered.
enum AnswerFormat: String, CaseIterable, Sendable {
    case json, csv

    var mediaType: String {
        switch self {
        case .json: "application/json"
        case .csv: "text/csv; charset=utf-8"
        }
    }

    /// The format that a request asks for: by `?format=`, else by `Accept`, else JSON.
    ///
    /// - Throws: A problem where `format` is none of the two.
    init(_ request: Request) throws(Problem) {
        if let text = request.queryValue("format") {
            guard let format = AnswerFormat(rawValue: text) else {
                throw .badRequest("There is no format “\(text)”; use json or csv.")
            }
            self = format
        } else {
            let accepted = AcceptedTypes(request.headers[.accept])
            self = accepted.prefers("text/csv", to: "application/json") ? .csv : .json
        }
    }
}

/// What an `Accept` header says, as far as this service needs it.
struct AcceptedTypes {
    /// The weight of each media range, 0…1.
    private let weights: [String: Double]

    init(_ header: String?) {
        var weights: [String: Double] = [:]
        for range in (header ?? "*/*").split(separator: ",") {
            let parts = range.split(separator: ";").map { $0.trimmed.lowercased() }
            guard let name = parts.first else { continue }
            let quality = parts.dropFirst().first { $0.hasPrefix("q=") }
            weights[name] = quality.flatMap { Double($0.dropFirst(2)) } ?? 1
        }
        self.weights = weights
    }

    /// Whether the first type is wanted more than the second.
    func prefers(_ first: String, to second: String) -> Bool {
        weight(first) > weight(second)
    }

    private func weight(_ type: String) -> Double {
        let family = type.split(separator: "/").first.map { "\($0)/*" } ?? ""
        return weights[type] ?? weights[family] ?? weights["*/*"] ?? 0
    }
}

extension Substring {
    /// Without spaces and tabs at its ends.
    fileprivate var trimmed: Substring {
        var text = self
        while text.first == " " || text.first == "\t" { text.removeFirst() }
        while text.last == " " || text.last == "\t" { text.removeLast() }
        return text
    }
}

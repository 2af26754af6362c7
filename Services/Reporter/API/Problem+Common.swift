import HTTPTypes
import Operations

extension Problem {
    /// The request says something that cannot be understood.
    static func badRequest(_ detail: String) -> Problem {
        Problem(.badRequest, "Bad request", detail: detail)
    }

    /// What was asked for is not known.
    static func notFound(_ detail: String) -> Problem {
        Problem(.notFound, "Not found", detail: detail)
    }
}

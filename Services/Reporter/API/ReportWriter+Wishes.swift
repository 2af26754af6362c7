import Evidence
import Hummingbird
import Operations
import Scoring

extension ReportWriter {
    /// The names of the query parameters that say which report is wanted.
    static let parameters = ["as-of", "profile"]

    /// Reads which report a request wants.
    ///
    /// - Throws: A problem for a date that is none, or a profile that the methodology lacks.
    func wish(_ request: Request) throws(Problem) -> Wish {
        var wish = Wish()
        for (name, value) in request.queryItems {
            switch name {
            case "as-of":
                guard let date = PartialDate(value), date.day != nil else {
                    throw .badRequest("as-of is “\(value)”, but must be a date as YYYY-MM-DD.")
                }
                wish.asOf = date
            case "profile":
                guard methodology.profiles[value] != nil else {
                    let known = methodology.profiles.keys.sorted().joined(separator: ", ")
                    throw .badRequest("There is no weight profile “\(value)”; there are \(known).")
                }
                wish.profile = value
            default:
                throw .badRequest("There is no parameter “\(name)” here; use as-of or profile.")
            }
        }
        return wish
    }
}

extension ReportWriter.Wish {
    /// What to say where a government has no assessment.
    func nothing(about id: EntityID) -> String {
        let date = asOf.map { " by \($0)" } ?? ""
        return "Nothing is known of a government “\(id)”\(date)."
    }
}

import Foundation
import Hummingbird
import Operations

extension RequestContext {
    /// The id in the path, decoded.
    ///
    /// - Throws: A problem where its percent-encoding is none.
    func id() throws -> String {
        let text = try parameters.require("id")
        guard let id = text.removingPercentEncoding else {
            throw Problem.badRequest("“\(text)” is not percent-encoded as it should be.")
        }
        return id
    }
}

import Foundation
import Hummingbird

extension Request {
    /// The query as forms write it, in order: percent-encoded, with `+` for a space.
    ///
    /// What is not encoded as it should be is taken as it stands.
    var queryItems: [(name: String, value: String)] {
        (uri.query ?? "").split(separator: "&").map { item in
            let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (Self.decoded(parts[0]), parts.count > 1 ? Self.decoded(parts[1]) : "")
        }
    }

    /// The first value with a name.
    func queryValue(_ name: String) -> String? {
        queryItems.first { $0.name == name }?.value
    }

    private static func decoded(_ text: Substring) -> String {
        let spaced = text.replacing("+", with: " ")
        return spaced.removingPercentEncoding ?? String(spaced)
    }
}

import Foundation
import GRDB

/// The events that this service could not apply.
enum DeadLetterList: Listing {
    static let columns = """
        id, source, epoch, sequence, reason, length(bytes) AS size,
        substr(bytes, 1, 500) AS excerpt
        """
    static let tables = "deadLetter"
    static let filters: [ListFilter] = [
        .equal("source", "source", "The service that published the event.")
    ]
    static let sorts = ["source": "source", "sequence": "sequence"]
    static let order = "id"

    static func item(_ row: Row) -> DeadLetterItem {
        DeadLetterItem(
            source: row["source"],
            epoch: row["epoch"],
            sequence: row["sequence"],
            reason: row["reason"],
            sizeBytes: row["size"],
            excerpt: String(decoding: row["excerpt"] as Data, as: UTF8.self)
        )
    }
}

/// An event that was kept aside, with the reason and its beginning.
struct DeadLetterItem: Encodable, Sendable {
    var source: String
    var epoch: String
    var sequence: Int
    var reason: String
    var sizeBytes: Int
    /// At most 500 bytes.
    var excerpt: String
}

extension DeadLetterItem: CSVRow {
    static let columns = ["source", "epoch", "sequence", "reason", "size_bytes", "excerpt"]

    var fields: [CSVTable.Field] {
        [
            .text(source), .text(epoch), .count(sequence), .text(reason), .count(sizeBytes),
            .text(excerpt),
        ]
    }
}

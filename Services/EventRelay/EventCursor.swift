import Foundation

/// How far a stranger has read: a position in each publisher's journal, not in the relay's.
///
/// It therefore outlives the relay's store. As text it is opaque: base64url of a JSON object.
struct EventCursor: Hashable, Sendable {
    /// By source.
    var positions: [String: Position] = [:]

    struct Position: Hashable, Sendable {
        /// Which life of the publisher's journal.
        var epoch: String
        /// The last sequence read.
        var sequence: Int64
    }

    /// Before every event.
    static let beginning = EventCursor()

    /// The longest text that is read as a cursor, in characters.
    static let textMax = 4096
}

// MARK: - Text

extension EventCursor {
    private struct Vector: Codable {
        var v: Int
        /// Epoch and sequence, by source.
        var p: [String: Entry]
    }

    private struct Entry: Codable {
        var e: String
        var s: Int64
    }

    /// Reads a cursor as ``text`` gave it; `nil` where it is none.
    init?(_ text: String) {
        guard text.utf8.count <= Self.textMax else { return nil }
        var base64 = text.replacing("-", with: "+").replacing("_", with: "/")
        base64 += String(repeating: "=", count: (4 - base64.utf8.count % 4) % 4)
        guard
            let data = Data(base64Encoded: base64),
            let vector = try? JSONDecoder().decode(Vector.self, from: data),
            vector.v == 1, vector.p.values.allSatisfy({ $0.s >= 0 })
        else { return nil }
        positions = vector.p.mapValues { Position(epoch: $0.e, sequence: $0.s) }
    }

    /// The cursor as strangers keep it: letters, digits, `-` and `_`.
    var text: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let entries = positions.mapValues { Entry(e: $0.epoch, s: $0.sequence) }
        let data = (try? encoder.encode(Vector(v: 1, p: entries))) ?? Data()
        return data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
            .replacing("=", with: "")
    }
}

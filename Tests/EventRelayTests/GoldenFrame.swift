import Foundation

/// One live message as every subscriber has to get it, byte for byte.
struct GoldenFrame: Decodable, Sendable {
    var topic: String
    var event: String

    /// One for each type of event, in the order of their journals.
    static func all() throws -> [GoldenFrame] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("golden-frames.jsonl")
        return try Data(contentsOf: file).split(separator: UInt8(ascii: "\n"))
            .map { try JSONDecoder().decode(GoldenFrame.self, from: Data($0)) }
    }
}

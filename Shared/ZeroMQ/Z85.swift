import CZeroMQ

/// Keys as text: 32 bytes in 40 printable characters.
enum Z85 {
    static let keyBytes = 32
    static let keyCharacters = 40

    static func decodeKey(_ text: String) -> [UInt8]? {
        guard text.utf8.count == keyCharacters, text.utf8.allSatisfy({ (33...126).contains($0) })
        else { return nil }
        var bytes = [UInt8](repeating: 0, count: keyBytes)
        return zmq_z85_decode(&bytes, text) == nil ? nil : bytes
    }

    static func encodeKey(_ bytes: [UInt8]) -> String? {
        guard bytes.count == keyBytes else { return nil }
        var buffer = [CChar](repeating: 0, count: keyCharacters + 1)
        return zmq_z85_encode(&buffer, bytes, bytes.count) == nil ? nil : text(buffer)
    }

    /// What a C string says.
    static func text(_ buffer: [CChar]) -> String {
        String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

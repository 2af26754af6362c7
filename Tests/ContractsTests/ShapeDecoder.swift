/// Notes what a type asks for while it decodes itself.
final class ShapeDecoder: Decoder {
    private(set) var shape: Shape = .object([:])
    private var members: [String: Shape.Member] = [:]

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(Members<Key>(decoder: self))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        throw ShapeReader.Unreadable(type: "a list that is not an Array")
    }

    func singleValueContainer() -> any SingleValueDecodingContainer {
        Single(decoder: self)
    }

    private func note<T: Decodable>(
        _ type: T.Type,
        _ key: any CodingKey,
        isRequired: Bool
    ) throws -> T {
        let (shape, value) = try ShapeReader.read(type)
        members[key.stringValue] = Shape.Member(shape: shape, isRequired: isRequired)
        self.shape = .object(members)
        return value
    }

    private struct Single: SingleValueDecodingContainer {
        var decoder: ShapeDecoder
        var codingPath: [any CodingKey] { [] }

        func decodeNil() -> Bool { false }

        func decode<T: Decodable>(_ type: T.Type) throws -> T {
            let (shape, value) = try ShapeReader.read(type)
            decoder.shape = shape
            return value
        }
    }

    private struct Members<Key: CodingKey>: KeyedDecodingContainerProtocol {
        var decoder: ShapeDecoder
        var codingPath: [any CodingKey] { [] }
        var allKeys: [Key] { [] }

        func contains(_ key: Key) -> Bool { true }
        func decodeNil(forKey key: Key) -> Bool { false }

        func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
            try decoder.note(type, key, isRequired: true)
        }

        func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
            try decoder.note(type, key, isRequired: false)
        }

        // The protocol has implementations of its own for these, which the one above would lose to.

        func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? {
            try decoder.note(type, key, isRequired: false)
        }

        func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? {
            try decoder.note(type, key, isRequired: false)
        }

        func decodeIfPresent(_ type: Int64.Type, forKey key: Key) throws -> Int64? {
            try decoder.note(type, key, isRequired: false)
        }

        func decodeIfPresent(_ type: Double.Type, forKey key: Key) throws -> Double? {
            try decoder.note(type, key, isRequired: false)
        }

        func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
            try decoder.note(type, key, isRequired: false)
        }

        func nestedContainer<NestedKey: CodingKey>(
            keyedBy type: NestedKey.Type,
            forKey key: Key
        ) throws -> KeyedDecodingContainer<NestedKey> {
            throw ShapeReader.Unreadable(type: key.stringValue)
        }

        func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
            throw ShapeReader.Unreadable(type: key.stringValue)
        }

        func superDecoder() throws -> any Decoder {
            throw ShapeReader.Unreadable(type: "a superclass")
        }

        func superDecoder(forKey key: Key) throws -> any Decoder {
            throw ShapeReader.Unreadable(type: key.stringValue)
        }
    }
}

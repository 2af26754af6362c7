extension String {
    /// The text of some characters.
    init(scalars: ArraySlice<Unicode.Scalar>) {
        self.init(unsafeUninitializedCapacity: scalars.count * 4) { bytes in
            var count = 0
            func add(_ value: UInt32) {
                bytes[count] = UInt8(truncatingIfNeeded: value)
                count += 1
            }
            for scalar in scalars {
                let value = scalar.value
                switch value {
                case ..<0x80: add(value)
                case ..<0x800:
                    add(0xC0 | value >> 6)
                    add(0x80 | value & 0x3F)
                case ..<0x1_0000:
                    add(0xE0 | value >> 12)
                    add(0x80 | value >> 6 & 0x3F)
                    add(0x80 | value & 0x3F)
                default:
                    add(0xF0 | value >> 18)
                    add(0x80 | value >> 12 & 0x3F)
                    add(0x80 | value >> 6 & 0x3F)
                    add(0x80 | value & 0x3F)
                }
            }
            return count
        }
    }
}

extension [Unicode.Scalar] {
    /// The characters of a text.
    init(of text: String) {
        var text = text
        self = text.withUTF8 { bytes in
            let count = bytes.count { $0 & 0xC0 != 0x80 }
            return [Unicode.Scalar](unsafeUninitializedCapacity: count) { scalars, made in
                var place = 0
                while place < bytes.count, made < count {
                    let (value, length) = Self.decode(bytes, at: place)
                    scalars.initializeElement(at: made, to: Unicode.Scalar(value) ?? "\u{FFFD}")
                    made += 1
                    place += length
                }
            }
        }
    }

    /// One character of what is known to be UTF-8, and of how many bytes it is.
    @inline(__always)
    private static func decode(
        _ bytes: UnsafeBufferPointer<UInt8>,
        at place: Int
    ) -> (value: UInt32, length: Int) {
        let first = UInt32(bytes[place])
        func next(_ step: Int) -> UInt32 { UInt32(bytes[place + step] & 0x3F) }
        if first < 0x80 { return (first, 1) }
        if first < 0xE0 { return ((first & 0x1F) << 6 | next(1), 2) }
        if first < 0xF0 { return ((first & 0x0F) << 12 | next(1) << 6 | next(2), 3) }
        return ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
    }
}

extension String {
    /// Whether some words stand in the text, as they are written.
    ///
    /// It compares bytes. The standard library's own search, which this stands in for throughout
    /// the module, also takes for the same what Unicode composes differently, at thirty times the
    /// cost; texts are folded where that matters.
    func contains(_ words: String) -> Bool {
        var text = self
        var words = words
        return text.withUTF8 { bytes in
            words.withUTF8 { wanted in Self.find(wanted, in: bytes) }
        }
    }

    private static func find(
        _ wanted: UnsafeBufferPointer<UInt8>,
        in bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        guard let first = wanted.first else { return true }
        guard wanted.count <= bytes.count else { return false }
        for start in 0...bytes.count - wanted.count where bytes[start] == first {
            var length = 1
            while length < wanted.count, bytes[start + length] == wanted[length] { length += 1 }
            if length == wanted.count { return true }
        }
        return false
    }
}

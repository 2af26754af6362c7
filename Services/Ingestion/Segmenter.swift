import Contracts

/// Cuts a text into parts that fit an event; joined again they are the text.
enum Segmenter {
    /// The parts in order, cut between Unicode scalars and at line ends where one is near.
    static func segments(of text: String) -> [String] {
        var segments: [String] = []
        var segment = String.UnicodeScalarView()
        var bytes = 0
        var encoded = 0
        for scalar in text.unicodeScalars {
            let width = UTF8.width(scalar)
            let encodedWidth = encodedWidth(scalar, width)
            let isFull =
                bytes + width > DocumentSegment.textBytesMax
                || encoded + encodedWidth > DocumentSegment.encodedBytesMax
            let isGoodPlace = bytes > DocumentSegment.textBytesMax * 3 / 4
            if isFull || (isGoodPlace && segment.last == "\n") {
                segments.append(String(segment))
                segment.removeAll()
                bytes = 0
                encoded = 0
            }
            segment.append(scalar)
            bytes += width
            encoded += encodedWidth
        }
        segments.append(String(segment))
        return segments
    }

    /// How many bytes a scalar may take in JSON.
    private static func encodedWidth(_ scalar: Unicode.Scalar, _ width: Int) -> Int {
        switch scalar {
        case "\"", "\\", "\n", "\r", "\t", "/": 2
        case _ where scalar.value < 0x20 || scalar.value == 0x7F: 6
        case "\u{2028}", "\u{2029}": 6
        default: width
        }
    }
}

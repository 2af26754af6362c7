import Foundation

/// Works out the folding of every character of the basic plane.
struct FoldingBuilder {
    private(set) var classes = [UInt16](repeating: 0, count: 0x1_0000)
    private(set) var targets: [UInt16] = (0..<0x1_0000).map { UInt16($0) }
    private(set) var expansions: [UInt16: [UInt32]] = [:]

    /// Letters that have no decomposition but are written with others, such as ß and æ.
    private static let spelled: [UInt32: String] = [
        0xDF: "ss", 0xE6: "ae", 0xC6: "ae", 0xF8: "o", 0xD8: "o", 0x142: "l", 0x141: "l",
        0xF0: "d", 0xD0: "d", 0x111: "d", 0x110: "d", 0xFE: "th", 0xDE: "th", 0x153: "oe",
        0x152: "oe", 0x131: "i", 0x130: "i", 0x1E9E: "ss", 0x127: "h", 0x126: "h",
    ]

    /// Classes of all, and lower case for scripts with case.
    mutating func addScripts() {
        for value in UInt32(0)..<0x1_0000 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            classes[Int(value)] = Self.classify(scalar)
            let lower = scalar.properties.lowercaseMapping.unicodeScalars
            guard let first = lower.first, lower.count == 1, first.value < 0xFFFF else { continue }
            targets[Int(value)] = UInt16(first.value)
        }
        for (value, text) in Self.spelled { set(value, text.unicodeScalars.map(\.value)) }
    }

    /// Strips diacritics and undoes width and compatibility forms.
    mutating func addCompatibilityForms() {
        let blocks: [ClosedRange<UInt32>] = [
            0xA0...0x24F, 0x370...0x52F, 0x1E00...0x1FFF, 0x2000...0x214F, 0x2160...0x218F,
            0x2460...0x24FF, 0x3000...0x30FF, 0x3200...0x33FF, 0xF900...0xFAFF, 0xFB00...0xFB06,
            0xFF00...0xFFEF,
        ]
        for value in blocks.joined() where Self.spelled[value] == nil {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = String(Character(scalar))
            let parts = text.decomposedStringWithCompatibilityMapping.unicodeScalars
                .filter { !Self.isCombining($0) }
                .flatMap { $0.properties.lowercaseMapping.unicodeScalars.map(\.value) }
            guard !parts.isEmpty, parts.allSatisfy({ $0 < 0xFFFF }) else { continue }
            set(value, parts)
            if parts.count == 1, Self.isFullWidth(value), let plain = Unicode.Scalar(parts[0]) {
                let isCapital = scalar.properties.isUppercase
                classes[Int(value)] = Self.classify(plain) | (isCapital ? Folding.capital : 0)
            }
        }
    }

    /// Folds traditional characters into simplified ones.
    mutating func addHan() {
        let values = (UInt32(0x3400)...0x9FFF).filter { Unicode.Scalar($0) != nil }
        var text = String.UnicodeScalarView()
        for value in values {
            guard let scalar = Unicode.Scalar(value) else { continue }
            text.append(scalar)
            text.append("\n")
        }
        let transform = StringTransform("Traditional-Simplified")
        guard let simple = String(text).applyingTransform(transform, reverse: false) else { return }
        let lines = simple.unicodeScalars.split(separator: "\n")
        guard lines.count == values.count else { return }
        for (value, line) in zip(values, lines) where line.count == 1 {
            guard let first = line.first, first.value < 0xFFFF else { continue }
            targets[Int(value)] = UInt16(first.value)
        }
    }

    private mutating func set(_ value: UInt32, _ parts: [UInt32]) {
        if parts.count == 1 {
            targets[Int(value)] = UInt16(parts[0])
        } else {
            targets[Int(value)] = 0xFFFF
            expansions[UInt16(value)] = parts
        }
    }

    private static func classify(_ scalar: Unicode.Scalar) -> UInt16 {
        let properties = scalar.properties
        let capital = properties.isUppercase ? Folding.capital : 0
        let kind: Folding.Class
        switch scalar.value {
        case 0x0A, 0x0D, 0x0B, 0x0C, 0x85, 0x2028, 0x2029: kind = .newline
        case 0x3005, 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF: kind = .han
        case 0x00...0x1F where scalar.value != 0x09: kind = .ignorable
        case 0xAD: kind = .ignorable
        default:
            if properties.isWhitespace {
                kind = .space
            } else if isCombining(scalar) || properties.isDefaultIgnorableCodePoint {
                kind = .ignorable
            } else if properties.numericType == .decimal {
                kind = .digit
            } else {
                kind = properties.isAlphabetic ? .letter : .symbol
            }
        }
        return UInt16(kind.rawValue) | capital
    }

    private static func isCombining(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .nonspacingMark
    }

    private static func isFullWidth(_ value: UInt32) -> Bool {
        (0xFF00...0xFFEF).contains(value)
    }
}

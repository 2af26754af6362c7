import Foundation

/// Maps characters to what they are compared by: no case, width, diacritics or script variant.
///
/// The basic plane has a table, made once from Foundation's compatibility decomposition and its
/// `Traditional-Simplified` transform; the rest is worked out as it comes.
struct Folding: Sendable {
    /// What a character does in a text.
    enum Class: UInt8 {
        case symbol, letter, digit, han, space, newline, ignorable
    }

    static let standard = Folding()

    /// Class in the low byte, bit 8 for capitals.
    private let classes: [UInt16]
    /// The folded character; ``expanded`` where it is several.
    private let targets: [UInt16]
    private let expansions: [UInt16: [UInt32]]

    static let capital: UInt16 = 1 << 8
    private static let expanded: UInt16 = 0xFFFF

    private init() {
        var builder = FoldingBuilder()
        builder.addScripts()
        builder.addCompatibilityForms()
        builder.addHan()
        classes = builder.classes
        targets = builder.targets
        expansions = builder.expansions
    }

    /// The class, and whether it is a capital.
    @inline(__always)
    func kind(_ scalar: Unicode.Scalar) -> (class: Class, isCapital: Bool) {
        guard scalar.value < 0x1_0000 else { return Self.kindBeyond(scalar) }
        let value = classes[Int(scalar.value)]
        return (Class(rawValue: UInt8(value & 0xFF)) ?? .symbol, value & Self.capital != 0)
    }

    /// Gives the tables of classes and folded characters of the basic plane.
    @inline(__always)
    func withTables<Result>(_ body: (Tables) -> Result) -> Result {
        classes.withUnsafeBufferPointer { classes in
            targets.withUnsafeBufferPointer { targets in
                body(Tables(classes: classes, targets: targets))
            }
        }
    }

    /// The tables of the basic plane, for as long as they are held.
    struct Tables {
        fileprivate let classes: UnsafeBufferPointer<UInt16>
        fileprivate let targets: UnsafeBufferPointer<UInt16>

        /// What a Chinese character folds to; `nil` for others, and for the rarest.
        @inline(__always)
        func han(_ scalar: Unicode.Scalar) -> UInt32? {
            guard scalar.value < 0x1_0000,
                classes[Int(scalar.value)] & 0xFF == UInt16(Class.han.rawValue)
            else { return nil }
            let target = targets[Int(scalar.value)]
            return target == Folding.expanded ? nil : UInt32(target)
        }
    }

    /// Gives the folded characters one after the other.
    @inline(__always)
    func forEach(_ scalar: Unicode.Scalar, _ body: (UInt32) -> Void) {
        guard scalar.value < 0x1_0000 else {
            body(scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? scalar.value)
            return
        }
        let target = targets[Int(scalar.value)]
        if target != Self.expanded {
            body(UInt32(target))
        } else if let expansion = expansions[UInt16(scalar.value)] {
            for value in expansion { body(value) }
        }
    }

    /// A whole text folded character by character.
    func fold(_ text: String) -> String {
        var folded: [Unicode.Scalar] = []
        folded.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            forEach(scalar) { value in
                if let scalar = Unicode.Scalar(value) { folded.append(scalar) }
            }
        }
        return String(scalars: folded[...])
    }

    private static func kindBeyond(_ scalar: Unicode.Scalar) -> (class: Class, isCapital: Bool) {
        if (0x20000...0x3FFFF).contains(scalar.value) { return (.han, false) }
        let properties = scalar.properties
        if properties.isAlphabetic { return (.letter, properties.isUppercase) }
        if properties.numericType != nil { return (.digit, false) }
        return (properties.isDefaultIgnorableCodePoint ? .ignorable : .symbol, false)
    }
}

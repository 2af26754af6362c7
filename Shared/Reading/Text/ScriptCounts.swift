/// How many characters of each script a text has.
struct ScriptCounts {
    private var latin = 0
    private var han = 0
    /// Characters that only one of the two Chinese scripts has.
    private var traditional = 0
    private var others: [String: Int] = [:]

    mutating func add(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: latin += 1
        case 0x3040...0x30FF: others["ja", default: 0] += 1
        case 0xAC00...0xD7AF: others["ko", default: 0] += 1
        case 0x370...0x3FF: others["el", default: 0] += 1
        case 0x400...0x4FF: others["ru", default: 0] += 1
        case 0x590...0x5FF: others["he", default: 0] += 1
        case 0x600...0x6FF: others["ar", default: 0] += 1
        case 0x900...0x97F: others["hi", default: 0] += 1
        case 0xE00...0xE7F: others["th", default: 0] += 1
        case 0x3400...0x9FFF:
            han += 1
            Folding.standard.forEach(scalar) { if $0 != scalar.value { traditional += 1 } }
        default: break
        }
    }

    /// The language where the script decides it; `nil` for Latin letters and for none.
    ///
    /// A Chinese character weighs as much as a word of three letters.
    var language: String? {
        let other = others.max { ($0.value, $1.key) < ($1.value, $0.key) }
        if let other, other.key == "ja", other.value * 8 > han, han + other.value > latin / 3 {
            return "ja"
        }
        if han * 3 > latin, han > (other?.value ?? 0) {
            return traditional * 10 > han ? "zh-Hant" : "zh-Hans"
        }
        if let other, other.value > latin { return other.key }
        return nil
    }
}

/// Invented names and texts, the same for the same seed.
///
/// English names are of two to five words (a made-up brand, a trade, a place, a legal form);
/// Chinese ones of 6 to 16 characters (place, brand, trade, form). Texts are the given prose with
/// an invented name after every few hundred characters.
struct Synthesis {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    // MARK: - Names

    /// Different names, as many as wanted.
    mutating func names(_ count: Int, chinese: Bool) -> [String] {
        var names: [String] = []
        var seen: Set<String> = []
        names.reserveCapacity(count)
        while names.count < count {
            let name = chinese ? chineseName() : englishName()
            if seen.insert(name).inserted { names.append(name) }
        }
        return names
    }

    private mutating func englishName() -> String {
        var words = [brand()]
        if next(4) == 0 { words.append(brand()) }
        words.append(pick(Self.trades))
        if next(3) == 0 { words.append("of " + pick(Self.places)) }
        if next(2) == 0 { words.append(pick(Self.forms)) }
        return words.joined(separator: " ")
    }

    private mutating func brand() -> String {
        let syllables = 2 + next(2)
        let text = (0..<syllables).map { _ in pick(Self.onsets) + pick(Self.vowels) }.joined()
        return text.prefix(1).uppercased() + text.dropFirst() + pick(Self.codas)
    }

    private mutating func chineseName() -> String {
        let place = next(5) == 0 ? "" : pick(Self.chinesePlaces)
        let brand = (0..<2 + next(3)).map { _ in character() }.joined()
        return place + brand + pick(Self.chineseTrades) + pick(Self.chineseForms)
    }

    /// One of some three thousand common characters.
    private mutating func character() -> String {
        let value = UInt32(0x4E00 + next(0x51A5 / 7) * 7)
        return Unicode.Scalar(value).map { String(Character($0)) } ?? "华"
    }

    // MARK: - Texts

    /// A text of at least so many characters.
    mutating func text(_ length: Int, prose: [Substring], names: [String]) -> String {
        var text = ""
        var count = 0
        var part = next(prose.count)
        while count < length {
            let line = prose[part % prose.count]
            let name = names[next(names.count)]
            part += 1
            text += line + " " + name + "\n\n"
            count += line.unicodeScalars.count + name.unicodeScalars.count + 3
        }
        return text
    }

    /// A name with one letter dropped or doubled, or without its last word.
    mutating func variant(of name: String) -> String {
        var letters = Array(name)
        let place = letters.count / 3 + next(max(1, letters.count / 3))
        switch next(3) {
        case 0: letters.remove(at: place)
        case 1: letters.insert(letters[place], at: place)
        default: break
        }
        return String(letters)
    }

    // MARK: - Chance

    mutating func next(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }

    private mutating func pick(_ list: [String]) -> String { list[next(list.count)] }

    private static let onsets = [
        "b", "c", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "br", "st",
        "tr", "gl",
    ]
    private static let vowels = ["a", "e", "i", "o", "u", "ai", "ea", "io"]
    private static let codas = ["", "", "n", "x", "r", "l", "s"]
    private static let trades = [
        "Telecom", "Systems", "Cloud Services", "Software", "Networks", "Technologies",
        "Data Centres", "Electronics", "Security", "Digital", "Power", "Trading",
    ]
    private static let places = [
        "Lagos", "Lima", "Oslo", "Hanoi", "Dakar", "Quito", "Riga", "Accra", "Tunis", "Osaka",
    ]
    private static let forms = ["Ltd", "Inc", "GmbH", "S.A.", "Co., Ltd", "PLC", "Group"]
    private static let chinesePlaces = [
        "北京", "上海", "深圳", "广州", "成都", "武汉", "杭州", "南京", "西安", "长沙", "福建", "云南",
        "山东", "天津", "重庆", "大连", "厦门", "苏州", "合肥", "海南",
    ]
    private static let chineseTrades = [
        "科技", "信息技术", "软件", "通信", "电子", "网络科技", "数据", "智能科技", "电力", "贸易",
    ]
    private static let chineseForms = ["有限公司", "股份有限公司", "集团", "公司", "研究院", "中心"]
}

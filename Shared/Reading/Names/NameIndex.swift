import Evidence
import Gazetteer

/// Finds the catalogue's names that may be a given name, without comparing all of them.
///
/// A name is filed under its exact words, each of its brand words, that word without any one
/// letter, the pinyin of its Chinese brand, and its initials.
struct NameIndex: Sendable {
    private var exact: [String: [Int]] = [:]
    private var byKey: [UInt64: [Int32]] = [:]
    private(set) var names: [Entry] = []

    struct Entry: Sendable {
        var text: String
        var entity: Int
    }

    /// The most names that are compared with one.
    static let candidatesMax = 64
    /// Keys under which more names than this stand tell too little.
    private static let postingsMax = 400

    init(_ catalogue: Catalogue, parser: NameParser) {
        for (place, aliases) in catalogue.aliases.enumerated()
        where Self.isNamed(catalogue.entities[place].kind) {
            for alias in aliases where alias.strength != .demonym && alias.strength != .capital {
                insert(alias, entity: place, parser: parser)
            }
        }
    }

    private static func isNamed(_ kind: EntityKind) -> Bool {
        switch kind {
        case .person, .country, .territory: false
        default: true
        }
    }

    private mutating func insert(_ alias: Alias, entity: Int, parser: NameParser) {
        let number = names.count
        names.append(Entry(text: alias.text, entity: entity))
        exact[Self.exactKey(alias.text), default: []].append(number)
        guard alias.strength != .contextual else { return }
        for key in Self.keys(of: parser.parse(alias.text)) {
            byKey[key, default: []].append(Int32(number))
        }
    }

    /// The names with exactly these words.
    func exactly(_ name: String) -> [Entry] {
        (exact[Self.exactKey(name)] ?? []).map { names[$0] }
    }

    /// The names that share a key with a name, those that share most first.
    func candidates(for name: ParsedName) -> [Entry] {
        var votes: [Int32: Int] = [:]
        for key in Self.keys(of: name) {
            guard let found = byKey[key], found.count <= Self.postingsMax else { continue }
            for number in found { votes[number, default: 0] += 1 }
        }
        return votes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .prefix(Self.candidatesMax)
            .map { names[Int($0.key)] }
    }

    private static func exactKey(_ name: String) -> String {
        NameTokens.items(of: name).map(\.text).joined(separator: " ")
    }

    private static func keys(of name: ParsedName) -> Set<UInt64> {
        var keys: Set<UInt64> = []
        func add(_ text: String) {
            var hash = Token.Word.seed
            for byte in text.utf8 { Token.Word.add(UInt32(byte), to: &hash) }
            keys.insert(hash)
        }
        add(name.joined)
        if name.parts.count > 2, !name.isHan { add(name.initials) }
        for brand in name.brands {
            add(brand)
            let latin = name.pinyin[.brand(brand)] ?? brand
            add(latin)
            for deletion in deletions(of: latin) { add(deletion) }
        }
        // Names without a brand are known by what they are made of.
        if name.brands.isEmpty {
            let parts = name.parts.map { "\($0)" }.sorted().joined()
            add(parts)
        }
        return keys
    }

    /// A word without any one of its letters.
    private static func deletions(of word: String) -> [String] {
        guard (5...24).contains(word.utf8.count) else { return [] }
        return word.indices.map { index in
            var shorter = word
            shorter.remove(at: index)
            return shorter
        }
    }
}

import Evidence
import Gazetteer

/// The catalogue's forms as one table over words.
struct AliasIndex: Sendable {
    private let catalogue: Catalogue
    private var table = PhraseTable()
    private var records: [Record] = []

    /// A form of an entity, as it was tokenised.
    struct Record: Sendable {
        var entity: UInt32
        var alias: UInt32
        /// A bit for each word that starts with a capital, and for each all in capitals.
        var capitals: UInt32
        var allCaps: UInt32
        var possessives: UInt32
        var count: UInt16
    }

    /// A place in the text where a form stands.
    struct Candidate {
        var tokens: Range<Int>
        var entity: Entity
        var alias: Alias
        var record: Record
    }

    init(_ catalogue: Catalogue) {
        self.catalogue = catalogue
        for (place, aliases) in catalogue.aliases.enumerated() {
            for (number, alias) in aliases.enumerated() {
                insert(alias, entity: place, number: number)
            }
        }
    }

    private mutating func insert(_ alias: Alias, entity: Int, number: Int) {
        let tokens = TokenisedText(alias.text).tokens
        guard !tokens.isEmpty, tokens.count <= Self.wordsMax else { return }
        var record = Record(
            entity: UInt32(entity),
            alias: UInt32(number),
            capitals: 0,
            allCaps: 0,
            possessives: 0,
            count: UInt16(tokens.count)
        )
        for (place, token) in tokens.enumerated().prefix(32) {
            let bit: UInt32 = 1 << UInt32(place)
            if token.flags.contains(.capital) { record.capitals |= bit }
            if token.flags.contains(.allCaps) { record.allCaps |= bit }
            if token.flags.contains(.possessive) { record.possessives |= bit }
        }
        table.insert(tokens.map(\.word), value: UInt32(records.count))
        records.append(record)
    }

    /// The longest form, in words, that is looked for.
    static let wordsMax = 32

    /// All places where a form stands, whatever its case, in the order of their starts.
    func candidates(in text: TokenisedText) -> [Candidate] {
        var found: [Candidate] = []
        let tokens = text.tokens
        for start in tokens.indices where table.canStart(tokens[start].word) {
            var state: PhraseTable.State = 0
            var end = start
            while end < tokens.count, let next = table.next(state, tokens[end].word) {
                if end > start, tokens[end].flags.contains(.blockEnd) { break }
                state = next
                end += 1
                guard table.hasValue(state) else { continue }
                table.forEachValue(state) { value in
                    let record = records[Int(value)]
                    found.append(
                        Candidate(
                            tokens: start..<end,
                            entity: catalogue.entities[Int(record.entity)],
                            alias: catalogue.aliases[Int(record.entity)][Int(record.alias)],
                            record: record
                        )
                    )
                }
            }
        }
        return found
    }
}

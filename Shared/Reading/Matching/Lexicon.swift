import Foundation
import Yams

/// The words that make and surround names, from `Data/names.yaml`.
struct Lexicon: Sendable {
    private var table = PhraseTable()
    /// Chinese surnames as they are written in Latin letters.
    private(set) var latinSurnames: Set<Token.Word> = []

    /// Reads the file that ships with the program.
    static func bundled() throws(LexiconError) -> Lexicon {
        var lexicon = Lexicon()
        var surnames: [String] = []
        let root = try YAMLFile("names").root
        guard let mapping = root.mapping else { throw .malformed(file: "names", "no mapping") }
        for (key, value) in mapping {
            guard let name = key.string, let kind = LexicalClass(named: name) else {
                throw .malformed(file: "names", "\(key.string ?? "?") is no class of words")
            }
            for item in value.sequence ?? [] {
                guard let text = item.scalar?.string else {
                    throw .malformed(file: "names", "\(name) has an item that is no text")
                }
                let words = TokenisedText(text).tokens.map(\.word)
                lexicon.table.insert(words, value: UInt32(kind.rawValue))
                if kind == .zhSurname { surnames.append(text) }
            }
        }
        lexicon.addSurnames(surnames)
        return lexicon
    }

    private mutating func addSurnames(_ names: [String]) {
        let lines = names.joined(separator: "\n")
        let latin = lines.applyingTransform(.mandarinToLatin, reverse: false) ?? ""
        for name in latin.split(separator: "\n") {
            latinSurnames.insert(Token.Word(name.filter { $0 != " " }))
        }
    }

    /// All phrases of the lexicon in a text.
    func hits(in tokens: [Token]) -> LexicalHits {
        var hits = LexicalHits(count: tokens.count)
        for start in tokens.indices where table.canStart(tokens[start].word) {
            var state: PhraseTable.State = 0
            var end = start
            while end < tokens.count, let next = table.next(state, tokens[end].word) {
                state = next
                end += 1
                guard table.hasValue(state) else { continue }
                table.forEachValue(state) { hits.add(Int($0), start, end) }
            }
        }
        return hits
    }
}

/// Where the lexicon's phrases start and end in a text.
struct LexicalHits: Sendable {
    private(set) var starts: [LexicalClasses]
    private(set) var ends: [LexicalClasses]
    /// The phrases in the order of their starts; lengths are in tokens.
    private var phrases: [(start: Int32, end: Int32, kind: UInt8)] = []
    private var firstAt: [Int32]

    init(count: Int) {
        starts = [LexicalClasses](repeating: [], count: count)
        ends = [LexicalClasses](repeating: [], count: count)
        firstAt = [Int32](repeating: -1, count: count)
    }

    mutating func add(_ kind: Int, _ start: Int, _ end: Int) {
        if firstAt[start] < 0 { firstAt[start] = Int32(phrases.count) }
        phrases.append((Int32(start), Int32(end), UInt8(kind)))
        starts[start].insert(LexicalClasses(rawValue: 1 << UInt64(kind)))
        ends[end - 1].insert(LexicalClasses(rawValue: 1 << UInt64(kind)))
    }

    func has(_ kind: LexicalClass, at start: Int) -> Bool {
        starts.indices.contains(start) && starts[start].contains(kind)
    }

    /// Where the longest phrase of a class that starts at a token ends; `nil` without one.
    func end(of kind: LexicalClass, at start: Int) -> Int? {
        guard has(kind, at: start) else { return nil }
        var index = Int(firstAt[start])
        var end: Int?
        while index < phrases.count, Int(phrases[index].start) == start {
            if phrases[index].kind == kind.rawValue { end = Int(phrases[index].end) }
            index += 1
        }
        return end
    }

    /// Where the longest phrase of a class that ends before a token starts; `nil` without one.
    func start(of kind: LexicalClass, before end: Int) -> Int? {
        guard end > 0, ends[end - 1].contains(kind) else { return nil }
        for start in max(0, end - 8)..<end where self.end(of: kind, at: start, is: end) {
            return start
        }
        return nil
    }

    /// Whether a phrase of a class covers exactly these tokens.
    func end(of kind: LexicalClass, at start: Int, is end: Int) -> Bool {
        guard has(kind, at: start) else { return false }
        var index = Int(firstAt[start])
        while index < phrases.count, Int(phrases[index].start) == start {
            if phrases[index].kind == kind.rawValue, Int(phrases[index].end) == end {
                return true
            }
            index += 1
        }
        return false
    }
}

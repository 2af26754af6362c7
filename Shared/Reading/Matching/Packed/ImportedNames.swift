package import Evidence
package import Foundation
import Gazetteer

/// Somebody whom a register names, as far as it was imported.
package struct ImportedEntity: Hashable, Sendable {
    /// The register's own id: two records with one id are one entity.
    package var source: String
    package var kind: EntityKind
    package var name: String
    package var country: Jurisdiction?
    package var identifiers: [String: String]

    package init(
        source: String,
        kind: EntityKind,
        name: String,
        country: Jurisdiction? = nil,
        identifiers: [String: String] = [:]
    ) {
        self.source = source
        self.kind = kind
        self.name = name
        self.country = country
        self.identifiers = identifiers
    }

    /// What it is called here: made of the register's id, not of its place in a file.
    package var id: EntityID {
        var hash = StableHash()
        hash.add(source)
        return EntityID("i-\(hash.hexadecimal)")
    }

    var entity: Entity {
        Entity(
            id: id,
            kind: kind,
            name: name,
            jurisdiction: country,
            identifiers: identifiers,
            isCurated: false
        )
    }
}

/// Names by the million with whom they name, in one file that is mapped and not read.
///
/// ## Layout of the file
///
/// Little-endian. Eight 64-bit numbers: the magic number, a hash of what follows, the bytes of the
/// phrases, how many records, the bytes of their texts, and three that are 0. Then the phrases
/// (``PackedPhrases``, values are numbers of records; filled up to a multiple of 8), the place of
/// each record's text and where the last one ends (64 bits each), and the texts: fields between
/// tabs, in UTF-8.
package struct ImportedNames: Sendable {
    static let magic: UInt64 = 0x3130_534D_4E52_4F4D
    static let headerBytes = 64

    private let data: Data
    private let phrases: PackedPhrases
    private let offsets: Int
    private let texts: Int
    /// How many entities it holds.
    package let count: Int
    /// The same for the same names.
    package let version: String

    package struct FormatError: Error, CustomStringConvertible {
        package var description: String {
            "it is no file of imported names, or one of another version: import the names again"
        }
    }

    /// Maps a file that ``ImportedNamesBuilder`` wrote.
    ///
    /// - Throws: What Foundation throws where it cannot be opened; ``FormatError`` where it is
    ///   something else.
    package init(contentsOf file: URL) throws {
        try self.init(Data(contentsOf: file, options: .alwaysMapped))
    }

    /// What files of imported names end in.
    package static let ending = "names"

    /// The files of imported names in a folder, in the order of their names.
    ///
    /// - Throws: ``CatalogueError`` where one cannot be used.
    package static func all(in folder: URL) throws -> [ImportedNames] {
        try FileManager.default
            .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == ending }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
            .map { file in
                do {
                    return try ImportedNames(contentsOf: file)
                } catch {
                    throw CatalogueError.unreadable(
                        file: file.lastPathComponent,
                        reason: "\(error)"
                    )
                }
            }
    }

    package init(_ data: Data) throws {
        guard data.count >= Self.headerBytes else { throw FormatError() }
        let numbers = data.withUnsafeBytes { bytes in
            (0..<8).map { bytes.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self) }
        }
        let sizes = numbers[2...4].map { Int(clamping: $0) }
        guard numbers[0] == Self.magic, sizes.allSatisfy({ $0 < 1 << 40 }) else {
            throw FormatError()
        }
        offsets = Self.headerBytes + (sizes[0] + 7) / 8 * 8
        texts = offsets + (sizes[1] + 1) * 8
        count = sizes[1]
        guard data.count == texts + sizes[2] else { throw FormatError() }
        self.data = data
        let start = data.startIndex + Self.headerBytes
        do {
            phrases = try PackedPhrases(data[start..<start + sizes[0]])
        } catch {
            throw FormatError()
        }
        version = String(numbers[1], radix: 16)
    }

    /// Whom a number of ``forEachMatch(in:_:)`` stands for; `nil` where the file was damaged.
    func entity(_ number: UInt32) -> ImportedEntity? {
        guard number < count else { return nil }
        let text = data.withUnsafeBytes { bytes -> Substring? in
            let place = offsets + Int(number) * 8
            let start = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            let end = bytes.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self)
            guard start <= end, end <= UInt64(bytes.count - texts) else { return nil }
            return Substring(
                decoding: bytes[texts + Int(start)..<texts + Int(end)],
                as: UTF8.self
            )
        }
        guard let text else { return nil }
        let fields = text.split(separator: "\t", omittingEmptySubsequences: false)
        guard fields.count == 5, let kind = EntityKind(rawValue: String(fields[1])) else {
            return nil
        }
        var identifiers: [String: String] = [:]
        for pair in fields[4].split(separator: ";") {
            let parts = pair.split(separator: "=", maxSplits: 1)
            if parts.count == 2 { identifiers[String(parts[0])] = String(parts[1]) }
        }
        return ImportedEntity(
            source: String(fields[0]),
            kind: kind,
            name: String(fields[3]),
            country: fields[2].isEmpty ? nil : Jurisdiction(String(fields[2])),
            identifiers: identifiers
        )
    }

    /// Gives every place where a name stands, and the number of whom it names.
    func forEachMatch(in text: TokenisedText, _ body: (Range<Int>, UInt32) -> Void) {
        phrases.forEachMatch(in: text, body)
    }
}

/// Collects entities with their names and writes them as ``ImportedNames`` have them.
package struct ImportedNamesBuilder {
    private var phrases = PackedPhrasesBuilder()
    private var offsets: [UInt64] = [0]
    private var texts = Data()
    /// How many names were taken.
    package private(set) var names = 0

    package init() {}

    /// How many entities were taken.
    package var count: Int { offsets.count - 1 }

    /// Adds an entity.
    ///
    /// - Returns: Whether one of its names can be looked for: of one word or more, not very many.
    package mutating func add(_ entity: ImportedEntity, names: some Sequence<String>) -> Bool {
        let number = UInt32(count)
        var forms: Set<[Token.Word]> = []
        for name in names { forms.formUnion(Self.forms(of: name)) }
        guard !forms.isEmpty, count < Int(UInt32.max) - 1 else { return false }
        for form in forms { phrases.insert(form, value: number) }
        self.names += forms.count
        let identifiers = entity.identifiers.sorted { $0.key < $1.key }
            .map { "\(Self.plain($0.key))=\(Self.plain($0.value))" }
        let fields = [
            Self.plain(entity.source), entity.kind.rawValue, entity.country?.rawValue ?? "",
            Self.plain(entity.name), identifiers.joined(separator: ";"),
        ]
        texts += Data(fields.joined(separator: "\t").utf8)
        offsets.append(UInt64(texts.count))
        return true
    }

    /// The bytes of the file.
    package func data() -> Data {
        let packed = phrases.data()
        var body = packed + Data(count: (8 - packed.count % 8) % 8)
        body.append(offsets.withUnsafeBytes { Data($0) })
        body += texts
        var header = [UInt64](repeating: 0, count: 8)
        header[0] = ImportedNames.magic
        header[1] = Self.hash(body)
        header[2] = UInt64(packed.count)
        header[3] = UInt64(count)
        header[4] = UInt64(texts.count)
        return header.withUnsafeBytes { Data($0) } + body
    }

    /// A name's words, and those without legal forms at the end where enough are left.
    private static func forms(of name: String) -> [[Token.Word]] {
        let text = TokenisedText(name)
        let tokens = text.tokens
        guard (1...PackedPhrasesBuilder.wordsMax).contains(tokens.count) else { return [] }
        var end = tokens.count
        while end > 2,
            LegalForms.standard.contains(tokens[end - 1].word)
                || tokens[end - 1].flags.contains(.mark)
        { end -= 1 }
        let words = tokens.map(\.word)
        return end < tokens.count ? [words, Array(words[..<end])] : [words]
    }

    /// A text without what separates fields.
    private static func plain(_ text: String) -> String {
        String(text.map { $0 == "\t" || $0 == "\n" || $0 == ";" ? " " : $0 })
    }

    private static func hash(_ data: Data) -> UInt64 {
        data.withUnsafeBytes { bytes in
            var value: UInt64 = 0xCBF2_9CE4_8422_2325
            var place = 0
            while place + 8 <= bytes.count {
                let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
                value = (value ^ word) &* 0x9E37_79B9_7F4A_7C15
                value ^= value >> 29
                place += 8
            }
            while place < bytes.count {
                value = (value ^ UInt64(bytes[place])) &* 0x0000_0100_0000_01B3
                place += 1
            }
            return value
        }
    }
}

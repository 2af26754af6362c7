import Evidence
import Foundation
import Reading

/// Takes FollowTheMoney entities in, line by line.
struct NameImporter {
    private(set) var builder = ImportedNamesBuilder()
    /// The first lines that cannot be read, with where they stand and why.
    private(set) var problems: [String] = []
    private(set) var badLines = 0
    /// Lines that are no named party: addresses, ownerships, vessels.
    private(set) var passedOver = 0

    private static let problemsMax = 10
    private static let chunk = 1 << 20
    /// The longest line that is read.
    private static let lineMax = 16 << 20

    /// The kinds of party in FollowTheMoney's schemata, the narrower ones with them.
    private static let kinds: [String: EntityKind] = [
        "Company": .company, "PublicBody": .publicBody, "Organization": .organization,
        "LegalEntity": .organization, "Person": .person,
    ]

    private struct Line: Decodable {
        var id: String
        var schema: String
        var properties: [String: [String]]
    }

    /// Reads a file of any size, a piece at a time.
    mutating func read(_ file: URL) throws {
        let handle: FileHandle
        do {
            handle = try FileHandle(forReadingFrom: file)
        } catch {
            throw HTTPClient.Failure(description: "\(file.path) cannot be read: is it there?")
        }
        defer { try? handle.close() }
        let size = (try? file.resourceValues(forKeys: [.fileSizeKey]))?.fileSize ?? 0
        let progress = ProgressLine("importing")
        var rest = Data()
        var done = 0
        var number = 0
        while let piece = try handle.read(upToCount: Self.chunk), !piece.isEmpty {
            done += piece.count
            rest += piece
            while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                number += 1
                take(rest[rest.startIndex..<end], number, file)
                rest = rest[(end + 1)...]
            }
            rest = Data(rest)
            guard rest.count <= Self.lineMax else {
                throw HTTPClient.Failure(
                    description: "\(file.path): line \(number + 1) has no end within "
                        + "\(Self.lineMax >> 20) MB: these are no JSON lines"
                )
            }
            let megabytes = (done >> 20, max(size, done) >> 20)
            progress.show(
                megabytes.0,
                of: max(1, megabytes.1),
                detail: "MB \(builder.count) entities"
            )
        }
        if !rest.isEmpty { take(rest, number + 1, file) }
        progress.end()
    }

    private mutating func take(_ bytes: Data, _ number: Int, _ file: URL) {
        guard bytes.contains(where: { $0 != 32 && $0 != 13 && $0 != 9 }) else { return }
        let line: Line
        do {
            line = try JSONDecoder().decode(Line.self, from: bytes)
        } catch {
            badLines += 1
            if problems.count < Self.problemsMax {
                problems.append("\(file.lastPathComponent):\(number): no FollowTheMoney entity")
            }
            return
        }
        guard let kind = Self.kinds[line.schema] else {
            passedOver += 1
            return
        }
        let names = ["name", "alias", "previousName"].flatMap { line.properties[$0] ?? [] }
        guard let name = names.first else {
            passedOver += 1
            return
        }
        let entity = ImportedEntity(
            source: line.id,
            kind: kind,
            name: name,
            country: Self.country(line.properties),
            identifiers: Self.identifiers(line.properties)
        )
        if !builder.add(entity, names: names) { passedOver += 1 }
    }

    /// The one country that a party is of; `nil` where the record names several or none.
    private static func country(_ properties: [String: [String]]) -> Jurisdiction? {
        for field in ["jurisdiction", "country", "nationality"] {
            let codes = Set((properties[field] ?? []).map { $0.uppercased() })
            guard let code = codes.first, codes.count == 1, code.utf8.count == 2 else { continue }
            return Jurisdiction(code)
        }
        return nil
    }

    private static func identifiers(_ properties: [String: [String]]) -> [String: String] {
        let schemes = ["leiCode": "lei", "wikidataId": "wikidata", "uscCode": "uscc"]
        var found: [String: String] = [:]
        for (field, scheme) in schemes {
            if let value = properties[field]?.first { found[scheme] = value }
        }
        return found
    }
}

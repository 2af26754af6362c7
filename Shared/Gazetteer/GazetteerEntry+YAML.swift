import Evidence
import Yams

extension GazetteerEntry {
    private static let fields: Set<String> = [
        "id", "kind", "name", "jurisdiction", "within", "holdings", "identifiers", "aliases",
        "note",
    ]

    /// Reads one item of a file under `entities/`.
    init(node: Node, file: String) throws(CatalogueError) {
        let reader = try EntryReader(node, file: file, key: "id")
        try reader.allow(Self.fields)
        guard let name = try reader.text("name") else { throw reader.wrong("has no name") }
        let word = try reader.text("kind") ?? ""
        guard let kind = EntityKind(rawValue: word) else {
            throw reader.wrong("kind is \(word.isEmpty ? "missing" : word)")
        }
        self.init(
            id: EntityID(reader.entry),
            kind: kind,
            name: name,
            jurisdiction: try reader.text("jurisdiction").map { Jurisdiction($0) },
            within: try reader.text("within").map { EntityID($0) },
            holdings: try reader.holdings(),
            identifiers: try reader.dictionary("identifiers"),
            aliases: try reader.aliases(),
            file: file
        )
    }
}

extension GazetteerAddition {
    private static let fields: Set<String> = ["id", "holdings", "identifiers", "aliases", "note"]

    /// Whether an item of a file adds to an entity instead of describing one.
    static func isMeant(by node: Node) -> Bool {
        node["id"] != nil && node["name"] == nil && node["kind"] == nil
    }

    /// Reads one item of a file of one's own.
    init(node: Node, file: String) throws(CatalogueError) {
        let reader = try EntryReader(node, file: file, key: "id")
        try reader.allow(Self.fields)
        self.init(
            id: EntityID(reader.entry),
            holdings: try reader.holdings(),
            identifiers: try reader.dictionary("identifiers"),
            aliases: try reader.aliases(),
            file: file
        )
    }
}

extension CountryEntry {
    private static let fields: Set<String> = [
        "code", "name", "kind", "within", "demonyms", "aliases", "capital", "unions", "wikidata",
        "note",
    ]

    /// Reads one item of `countries.yaml`.
    init(node: Node) throws(CatalogueError) {
        let reader = try EntryReader(node, file: "countries.yaml", key: "code")
        try reader.allow(Self.fields)
        let word = try reader.text("kind") ?? EntityKind.country.rawValue
        guard let kind = EntityKind(rawValue: word), [.country, .territory].contains(kind) else {
            throw reader.wrong("kind is \(word), not country or territory")
        }
        self.init(
            code: Jurisdiction(reader.entry),
            name: try reader.text("name"),
            kind: kind,
            within: try reader.text("within").map { EntityID($0) },
            demonyms: try reader.texts("demonyms"),
            aliases: try reader.aliases(),
            capital: try reader.dictionary("capital"),
            unions: try reader.texts("unions").map { Jurisdiction($0) },
            wikidata: try reader.text("wikidata")
        )
    }
}

extension EntryReader {
    fileprivate func holdings() throws(CatalogueError) -> [Holding] {
        guard let value = node["holdings"] else { return [] }
        guard let sequence = value.sequence else { throw wrong("holdings is not a list") }
        var result: [Holding] = []
        for item in sequence {
            guard let holder = item["holder"]?.scalar?.string else {
                throw wrong("a holding has no holder")
            }
            let word = item["means"]?.scalar?.string ?? ""
            guard let means = Holding.Means(rawValue: word) else {
                throw wrong("the holding by \(holder) has means “\(word)”")
            }
            result.append(
                Holding(
                    holder: EntityID(holder),
                    means: means,
                    share: try share(item),
                    since: try date(item, "since"),
                    until: try date(item, "until"),
                    source: item["source"]?.scalar?.string
                )
            )
        }
        return result
    }

    private func share(_ item: Node) throws(CatalogueError) -> Double? {
        guard let word = item["share"]?.scalar?.string else { return nil }
        guard let share = Double(word), (0...1).contains(share) else {
            throw wrong("a share of \(word) is not between 0 and 1")
        }
        return share
    }

    private func date(_ item: Node, _ key: String) throws(CatalogueError) -> PartialDate? {
        guard let word = item[key]?.scalar?.string else { return nil }
        guard let date = PartialDate(word) else { throw wrong("\(key) \(word) is not a date") }
        return date
    }
}

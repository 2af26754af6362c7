import Evidence
import Gazetteer

/// What a reader keeps in mind while it goes through a document; it never leaves its reading.
final class DocumentContext {
    let text: ScalarText
    let layout: Layout
    let catalogue: Catalogue
    let quantities: QuantityReader
    let derived: [EntityID: Entity]
    let relationWords: RelationWords
    let parts: PartLexicon
    /// Names inside other names, by where they begin: the country in its ministry's name.
    let nested: [Int: [Mention]]
    /// The country that each block is about by its label, bullet or heading.
    let scopes: [EntityID?]
    /// The country that a heading above each block names among other words.
    let looseScopes: [EntityID?]
    /// What the document as a whole is about.
    var documentScope: EntityID?
    /// The country that its title and its deals are about.
    var pageCountry: EntityID?
    /// Whose systems each block lists, by its label, its first words or its heading.
    var owners: [Party?] = []
    /// The body or place that the document as a whole is about, if it is about one.
    var protagonist: Party?
    /// The kind of system that a phrase speaks of.
    func systemTerm(_ phrase: String) -> SystemTerm? {
        if let known = terms[phrase] { return known }
        let term = findTerm(phrase)
        terms[phrase] = .some(term)
        return term
    }

    private let findTerm: (String) -> SystemTerm?
    private var terms: [String: SystemTerm?] = [:]
    private var countries: [EntityID: EntityID?] = [:]

    var drafts: [Draft] = []
    var relations: [RelationDraft] = []
    var statements: [StatementDraft] = []
    var incidents: [IncidentDraft] = []
    /// Words that turned out to be somebody's name.
    var adopted: [Mention] = []
    /// The entities of the first ``adoptedSeen`` of them.
    var adoptedEntities: Set<EntityID> = []
    var adoptedSeen = 0

    /// The countries that the companies and financiers named come from.
    var supplierHomes: Set<EntityID> = []
    /// The countries that the lenders named come from.
    var lenderHomes: Set<EntityID> = []
    /// How much the document speaks of each country, in any way.
    var weights: [EntityID: Double] = [:]
    /// The country that each block speaks of most.
    var focuses: [EntityID?] = []
    /// The block that is being read.
    var block = 0
    /// Companies in the order in which they were last named.
    var companies: [Party] = []
    /// The block that last named each of them.
    var companyBlocks: [EntityID: Int] = [:]
    /// Governments and bodies in the order in which they were last named.
    var governments: [Party] = []
    /// Who the last sentence of the block was about.
    var subject: Party?
    /// The last draft that "the system", "the project" may stand for.
    var lastDraft: Int?
    /// The country of the place that a paragraph opens with: 【内罗毕】.
    var dateline: EntityID?
    /// The first company named, which speaks of itself as 我司.
    var host: Party?
    /// Who buys, by the field of a notice or form above.
    var buyer: Party?
    /// The public body that labels the block being read.
    var labelBody: Party?
    /// Who buys, where the whole document is one notice or disclosure with one buyer.
    var noticeBuyer: Party?
    /// Whether the document is a company's or buyer's own announcement.
    var isAnnouncement = false
    /// The province or city that a Chinese document speaks of as its own.
    var locality: Party?
    /// How often the text names each country.
    var countryCounts: [EntityID: Int] = [:]
    /// The government that the last deal told was for, with its block.
    var lastRecipient: (party: Party, block: Int)?
    /// The company whose shares were last spoken of.
    var issuer: Party?
    /// The countries named in the block so far, the last one last.
    var blockCountries = NamedCountries()
    /// How many of them the sentence being read has not named.
    var earlierCountries = 0
    /// A loan whose purpose has not been told yet.
    var awaited: Draft?
    /// The last kind of system that was plainly named.
    var topic: SystemTerm?

    init(
        text: ScalarText,
        layout: Layout,
        catalogue: Catalogue,
        quantities: QuantityReader,
        derived: [EntityID: Entity],
        relationWords: RelationWords,
        parts: PartLexicon,
        nested: [Mention],
        scopes: [EntityID?],
        looseScopes: [EntityID?],
        systemTerm: @escaping (String) -> SystemTerm? = { _ in nil }
    ) {
        self.text = text
        self.layout = layout
        self.catalogue = catalogue
        self.quantities = quantities
        self.derived = derived
        self.relationWords = relationWords
        self.parts = parts
        self.nested = Dictionary(grouping: nested, by: \.range.lowerBound)
        self.scopes = scopes
        self.looseScopes = looseScopes
        findTerm = systemTerm
    }

    /// The country that a heading above the block being read names.
    var looseScope: EntityID? {
        looseScopes.indices.contains(block) ? looseScopes[block] : nil
    }

    /// The country that the block being read is about, where the page says so.
    var scope: EntityID? { scopes.indices.contains(block) ? scopes[block] : nil }

    /// Whose systems a block lists.
    func owner(of block: Int) -> Party? { owners.indices.contains(block) ? owners[block] : nil }

    /// Whether somebody belongs to the country that a draft's words, block or page put it in, where
    /// any does: a state's company is a buyer at home and a vendor abroad.
    func isAtHome(_ party: EntityID, _ draft: Draft) -> Bool {
        guard let home = country(of: party) else { return false }
        let told = (draft.recipients + draft.places).filter { $0.entity != party }
            .compactMap { country(of: $0.entity) }
        if !told.isEmpty { return told.allSatisfy { $0 == home } }
        let frames = [scopes[draft.block], looseScopes[draft.block]].compactMap { $0 }
        return frames.allSatisfy { $0 == home }
    }

    /// The country that the block being read speaks of.
    var focus: EntityID? { focuses.indices.contains(block) ? focuses[block] : nil }

    func entity(_ id: EntityID) -> Entity? { catalogue.entity(id) ?? derived[id] }

    /// Whether a cue names somebody who is known, or whose name was made out.
    func mayBeNamed(_ id: EntityID, by cue: Cue) -> Bool {
        guard catalogue.index(of: id) != nil || derived[id] != nil else { return false }
        return !cue.names.contains { $0.key == Self.guess } || adoptedEntities.contains(id)
    }

    /// What a word that may be a name is called.
    private static let guess = TextKey("<guess>")

    /// The country that an entity is in or of.
    func country(of id: EntityID) -> EntityID? {
        if let known = countries[id] { return known }
        let country = entity(id).flatMap { catalogue.country(of: $0) }
        countries[id] = .some(country)
        return country
    }

    func party(_ id: EntityID, surface: String) -> Party? {
        entity(id).map { Party(entity: id, kind: $0.kind, surface: surface) }
    }

    /// Who makes a product, where the catalogue says so.
    func maker(of product: EntityID) -> Entity? {
        guard let known = entity(product), known.kind == .system,
            let maker = known.within.flatMap(entity),
            maker.kind == .company || maker.kind == .stateOwnedEnterprise
        else { return nil }
        return maker
    }

    /// What the document is about, but for where some parties are at home.
    func documentScope(besides parties: [Party]) -> EntityID? {
        let homes = Set(parties.compactMap { country(of: $0.entity) })
        if locality != nil, let scope = documentScope, countryCounts[scope, default: 0] < 2 {
            return nil
        }
        if let scope = documentScope, homes.contains(scope), countryCounts[scope, default: 0] < 2 {
            return nil
        }
        guard let scope = documentScope, homes.contains(scope) else { return documentScope }
        let others = countryCounts.filter { !homes.contains($0.key) }
        guard let most = others.values.max(), most >= 3,
            most * 2 > countryCounts[scope, default: 0]
        else { return scope }
        let best = others.filter { $0.value == most }.keys
        return best.count == 1 ? best.first : scope
    }

    /// The kind of system that the headings above, or else the title, speak of.
    var titleTerm: SystemTerm? {
        guard layout.blocks.indices.contains(block) else { return nil }
        for heading in layout.blocks[block].headings.reversed() + [0] where heading != block {
            let range = layout.blocks[heading].range
            guard !range.isEmpty, range.count <= 60 else { continue }
            if let term = systemTerm(text.string(range)), term.isStrong { return term }
        }
        return nil
    }

    /// Keeps in mind a country that the block names, by its own name or that of a place in it.
    func noteCountry(_ mention: Mention) {
        guard mention.use != .demonym, mention.kind == .country || mention.kind == .territory,
            !isSeat(mention), !isCurrency(mention), let country = country(of: mention.entity)
        else { return }
        blockCountries.append(country)
    }

    /// "X of France", "X, of Seoul": whether a place only says where a company before it is at home.
    func isHome(_ place: Mention, of company: Mention?) -> Bool {
        guard let company, isFirm(company), company.range.upperBound < place.range.lowerBound else {
            return false
        }
        let between = text.string(company.range.upperBound..<place.range.lowerBound)
        return [" of ", ", of ", " (", " of the "].contains(between)
    }

    /// "France's X", "South Korean X": whether a place only says where a company after it is.
    func isHome(_ place: Mention, before company: Mention?) -> Bool {
        guard let company, isFirm(company), place.range.upperBound < company.range.lowerBound else {
            return false
        }
        let between = text.string(place.range.upperBound..<company.range.lowerBound)
        return ["'s ", "\u{2019}s ", " "].contains(between)
    }

    private func isFirm(_ mention: Mention) -> Bool {
        switch mention.kind {
        case .company, .stateOwnedEnterprise, .financier: true
        default: false
        }
    }

    /// Whether a name only says whose currency is meant: "US dollars".
    private func isCurrency(_ mention: Mention) -> Bool {
        text.starts(with: " dollar", at: mention.range.upperBound)
            || text.starts(with: "$", at: mention.range.upperBound)
    }

    /// Whether a place only says where a company sits: "Lisbon-based".
    private func isSeat(_ mention: Mention) -> Bool {
        let end = mention.range.upperBound
        guard end < text.count, text[end] == "-" || text[end] == " " else { return false }
        return ["based", "headquartered", "listed"].contains { word in
            text.starts(with: word, at: end + 1)
        }
    }

    /// The country that a passage is most likely about, apart from those where some parties are at
    /// home: the last that its sentence names, else the one that its block names most.
    func nearbyCountry(besides parties: [Party]) -> EntityID? {
        let homes = Set(parties.compactMap { country(of: $0.entity) })
        let own = blockCountries.all[min(earlierCountries, blockCountries.count)...]
        if let last = own.last(where: { !homes.contains($0) }) { return last }
        return blockCountries.most(besides: homes)
    }

    /// Whether the sentence being read names a country.
    func isNamedHere(_ country: EntityID) -> Bool {
        blockCountries.all[min(earlierCountries, blockCountries.count)...].contains(country)
    }

    /// How many lenders of a country the catalogue knows.
    func lenders(of country: EntityID) -> Int {
        catalogue.entities.count { $0.kind == .financier && catalogue.country(of: $0) == country }
    }

    /// The country that the document speaks of most, apart from some.
    func mainCountry(besides others: Set<EntityID>) -> EntityID? {
        weights.filter { !others.contains($0.key) }
            .max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    /// Whether a company was named in the block being read or the one before.
    func isRecent(_ party: Party) -> Bool {
        companyBlocks[party.entity].map { block - $0 <= 1 } ?? false
    }

    func remember(_ party: Party) {
        if party.isCompany {
            host = host ?? party
            Self.remember(party, in: &companies)
            companyBlocks[party.entity] = block
        } else if party.kind.isGovernment {
            Self.remember(party, in: &governments)
        }
    }

    private static func remember(_ party: Party, in parties: inout [Party]) {
        if let place = parties.lastIndex(where: { $0.entity == party.entity }) {
            parties.remove(at: place)
        } else if parties.count == rememberedMax {
            parties.removeFirst()
        }
        parties.append(party)
    }

    /// How many parties are kept in mind, so that the next is not looked for among thousands.
    private static let rememberedMax = 200
}

/// A tie between two parties, as a passage tells it.
struct RelationDraft: Sendable {
    var relation: Relation
    var surfaces: [String]
    var quote: Range<Int>
    var rule: String
    var polarity: Claim.Polarity = .asserted
    var assertion: Claim.Assertion = .asserted
    var attribution: String?
}

/// A statement of risk or protection, as a passage tells it.
struct StatementDraft: Sendable {
    var statement: Statement
    var surface: String
    var quote: Range<Int>
    var rule: String
    var polarity: Claim.Polarity = .asserted
    var assertion: Claim.Assertion = .asserted
    var attribution: String?
}

/// Something that went wrong, as a passage tells it.
struct IncidentDraft: Sendable {
    var incident: Incident
    var surface: String
    var quote: Range<Int>
    var rule: String
    var polarity: Claim.Polarity = .asserted
    var assertion: Claim.Assertion = .asserted
    var attribution: String?
}

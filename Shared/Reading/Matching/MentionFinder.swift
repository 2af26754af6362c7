package import Evidence
import Foundation
package import Gazetteer

/// Finds what a text names: catalogued entities, names known by their form, bodies by context.
///
/// ```swift
/// let finder = try MentionFinder(catalogue: .bundled())
/// let text = TokenisedText(raw)
/// let places = finder.countries(in: text)        // for the layout's scopes
/// let result = finder.mentions(in: text, scopes: scopes)
/// ```
///
/// A finder never changes and is cheap to copy. Time is linear in the text's length, apart from
/// sorting.
package struct MentionFinder: Sendable {
    package let catalogue: Catalogue
    /// Names by the million of whom no curated file has.
    let imported: [ImportedNames]
    let index: AliasIndex
    let lexicon: Lexicon
    let names: ExactNames
    private(set) var composer: BodyComposer
    /// Surnames in their Latin spelling, for names that put them first.
    let surnames: Set<Token.Word>
    /// What tells where names begin and end.
    let tagger: NameTagger

    /// Makes a finder for a catalogue; this takes about as long as reading it.
    ///
    /// - Throws: ``LexiconError`` where the files of words that ship with the program are wrong.
    package init(catalogue: Catalogue, imported: [ImportedNames] = []) throws {
        self.catalogue = catalogue
        self.imported = imported
        lexicon = try Lexicon.bundled()
        index = AliasIndex(catalogue, lexicon: lexicon)
        names = ExactNames(catalogue)
        composer = BodyComposer(lexicon: try BodyLexicon.bundled(), catalogue: catalogue)
        surnames = lexicon.latinSurnames
        tagger = try NameTagger.bundled()
        noteBodies()
    }

    /// Everything that a text names.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - scopes: What its blocks are about, for names that need a country.
    ///   - slots: Where its forms and tables name somebody.
    /// - Returns: Mentions in the order of the text, and the entities derived from it.
    package func mentions(
        in text: TokenisedText,
        scopes: Scopes = .none,
        slots: [NameSlot] = []
    ) -> MentionResult {
        var reading = NameReading(text, finder: self, scopes: scopes, slots: slots)
        return reading.read()
    }

    /// The tokens of a text, line by line, with the evidence for being part of a name.
    package func nameRecords(
        in text: TokenisedText,
        scopes: Scopes = .none,
        slots: [NameSlot] = []
    ) -> [FeatureRecord] {
        var reading = NameReading(text, finder: self, scopes: scopes, slots: slots)
        return reading.records()
    }

    /// The mentions of countries and territories by their own names, without looking further.
    package func countries(in text: TokenisedText) -> [Mention] {
        let page = PlaceMap(index.matches(in: text), in: text, index: index)
        var found: [Mention] = []
        var end = 0
        for place in page.places where place.tokens.lowerBound >= end {
            guard let longest = page.place(startingAt: place.tokens.lowerBound), !longest.isCapital,
                let entity = catalogue.entity(longest.entity)
            else { continue }
            end = longest.tokens.upperBound
            let first = text.tokens[longest.tokens.lowerBound]
            let range = Int(first.start)..<Int(text.tokens[end - 1].end)
            found.append(
                Mention(
                    range: range,
                    surface: text.text(in: range),
                    entity: entity.id,
                    kind: entity.kind,
                    use: longest.isDemonym ? .demonym : .name
                )
            )
        }
        return found
    }

    /// The entity with an id, of the catalogue or derived from the text.
    package func entity(_ id: EntityID, in result: MentionResult) -> Entity? {
        catalogue.entity(id) ?? result.derived[id]
    }

    // MARK: - Bodies

    /// Notes what the catalogue's bodies are made of, so that composed names find them.
    private mutating func noteBodies() {
        for (place, entity) in catalogue.entities.enumerated()
        where entity.kind == .publicBody || entity.kind == .financier {
            guard let home = entity.within ?? catalogue.country(of: entity) else { continue }
            for alias in catalogue.aliases[place] where alias.strength != .acronym {
                let text = TokenisedText(alias.text)
                let places = PlaceMap(index.matches(in: text), in: text, index: index)
                let parser = BodyParser(
                    text,
                    composer: composer,
                    places: places
                )
                for found in parser.all() where covers(found, text) {
                    if let named = found.place, named != home { continue }
                    composer.note(found.parts, at: home, entity: place)
                }
            }
        }
    }

    /// Whether a body's name is the whole of a text, but for a place before it.
    private func covers(_ found: BodyParser.Found, _ text: TokenisedText) -> Bool {
        found.tokens.upperBound == text.tokens.count && found.tokens.lowerBound == 0
    }

    /// Whom a body's parts name; "government" of a country is the country.
    func target(of parts: BodyComposer.Parts, at place: EntityID?) -> Candidate.Target {
        if composer.lexicon.forms[parts.form].id == "government", let place,
            let index = catalogue.index(of: place), catalogue.entities[index].kind == .country
        {
            return .known(index)
        }
        return composer.target(of: parts, at: place)
    }

    /// The body that a name without a country names somewhere: "Ministry of Health" in Uganda.
    ///
    /// - Parameters:
    ///   - name: A composed name, in English or Chinese.
    ///   - place: The country or place that it belongs to.
    /// - Returns: The catalogued body or a provisional one; `nil` where the name is no body's.
    package func body(named name: String, in place: EntityID) -> Entity? {
        let text = TokenisedText(name)
        let places = PlaceMap(index.matches(in: text), in: text, index: index)
        let parser = BodyParser(
            text,
            composer: composer,
            places: places
        )
        guard let found = parser.all().last(where: { $0.tokens.upperBound == text.tokens.count })
        else { return nil }
        switch target(of: found.parts, at: found.place ?? place) {
        case .known(let index): return catalogue.entities[index]
        case .derived(let name): return entity(for: name)
        }
    }

    // MARK: - Provisional entities

    /// The entity that a derived name stands for.
    func entity(for name: DerivedName) -> Entity {
        if let imported = name.imported { return imported.entity }
        var hash = StableHash()
        hash.add(name.key)
        hash.add(name.kind.rawValue)
        hash.add(name.scope?.rawValue ?? "")
        let scope = name.scope.flatMap(catalogue.entity)
        let country = scope.flatMap(catalogue.country(of:)).flatMap(catalogue.entity)
        let home = name.home.flatMap(catalogue.entity)
        return Entity(
            id: EntityID("x-\(hash.hexadecimal)"),
            kind: name.kind,
            name: name.name,
            localNames: name.language == "en" ? [:] : [name.language: name.name],
            jurisdiction: scope?.jurisdiction ?? country?.jurisdiction ?? home?.jurisdiction,
            within: name.scope,
            isCurated: false
        )
    }
}

import Evidence

/// Ties told by what a text calls a party: "X, a subsidiary of Y", "the state company X".
extension EnglishPassage {
    /// Words that say what a party is, and how they stand to its name.
    private struct Description {
        var items: Range<Int>
        var form: String
    }

    mutating func readDescriptions() {
        for place in sentence.items.indices {
            guard let party = party(sentence.items[place]), isBody(party),
                use(sentence.items[place]) != .demonym
            else { continue }
            for description in descriptions(of: place) {
                describe(party, description)
                guard word(description.items.lowerBound) == "both" else { continue }
                for other in listed(before: place) { describe(other, description) }
            }
            readBelonging(party, place)
        }
    }

    func word(_ place: Int) -> String {
        sentence.items.indices.contains(place) ? sentence.items[place].text : ""
    }

    func tag(_ place: Int) -> Item.Tag? {
        sentence.items.indices.contains(place) ? sentence.items[place].tag : nil
    }

    private var words: RelationWords.English { context.relationWords.english }

    // MARK: - Where descriptions stand

    private func descriptions(of place: Int) -> [Description] {
        var found: [Description] = []
        let next = afterParenthesis(place + 1)
        if tag(next) == .comma, let range = description(from: next + 1) {
            found.append(Description(items: range, form: "apposition"))
        }
        if tag(next) == .be, let range = description(from: next + 1) {
            found.append(Description(items: range, form: "is"))
        }
        if let noun = sentence.nouns.first(where: { $0.head == place }),
            noun.items.lowerBound < place
        {
            found.append(
                Description(items: opening(of: noun.items.lowerBound)..<place, form: "premodifier")
            )
        }
        if tag(place - 1) == .comma, let range = heading(before: place - 1) {
            found.append(Description(items: range, form: "named"))
        }
        return found
    }

    /// "state-owned tax and customs contractor X": where a description begins whose trades "and" joins.
    private func opening(of start: Int) -> Int {
        guard tag(start - 1) == .conjunction,
            let first = sentence.nouns.first(where: { $0.items.upperBound == start - 1 }),
            sentence.items[first.head].mention == nil,
            first.items.contains(where: { words.owned.contains(word($0)) })
        else { return start }
        return first.items.lowerBound
    }

    /// The place after what stands in parentheses from a place on.
    func afterParenthesis(_ place: Int) -> Int {
        guard tag(place) == .open else { return place }
        let close = (place..<sentence.items.count).first { sentence.items[$0].tag == .close }
        return close.map { $0 + 1 } ?? place
    }

    private static let descriptionMax = 18

    /// A description that begins at a place, up to its comma, its relative clause or a verb.
    private func description(from start: Int) -> Range<Int>? {
        var end = start
        var isBare = true
        while end < sentence.items.count, end - start < Self.descriptionMax {
            let item = sentence.items[end]
            switch item.tag {
            case .comma, .stop, .relative, .subordinator, .modal: return range(start, end)
            case .be, .have, .auxiliaryDo: return range(start, end)
            case .verb where !words.owned.contains(item.text) && !isParticiple(end):
                return range(start, end)
            case .preposition: isBare = false
            case .mention where isBare && isName(end, from: start): return nil
            default: break
            }
            end += 1
        }
        return range(start, end)
    }

    private func range(_ start: Int, _ end: Int) -> Range<Int>? {
        end > start ? start..<end : nil
    }

    private func isParticiple(_ place: Int) -> Bool {
        guard let verb = sentence.items[place].entry?.verb else { return false }
        return verb.forms.contains(.participle) && tag(place + 1) == .preposition
    }

    /// Whether a name heads what stands here, so that it is another party and no description.
    private func isName(_ place: Int, from start: Int) -> Bool {
        guard use(sentence.items[place]) != .demonym else { return false }
        if tag(place + 1) == .possessive || tag(place + 1) == .hyphen { return false }
        return tag(place + 1) != .noun && tag(place + 1) != .adjective
    }

    /// "a state-owned company, X": the phrase before a comma whose noun names no one.
    private func heading(before comma: Int) -> Range<Int>? {
        guard
            let noun = sentence.nouns.first(where: {
                $0.items.upperBound == comma && $0.parenthesis == nil
            }),
            sentence.items[noun.head].mention == nil, noun.items.count > 1,
            tag(noun.items.lowerBound - 1) != .comma
        else { return nil }
        return noun.items
    }

    /// The names joined with one by "and" or commas before it.
    func listed(before place: Int) -> [Party] {
        var found: [Party] = []
        var index = place - 1
        while index >= 0 {
            if tag(index) == .conjunction || tag(index) == .comma {
                index -= 1
                continue
            }
            guard let party = party(sentence.items[index]) else { break }
            found.append(party)
            index -= 1
        }
        return found
    }

    // MARK: - What they tell

    private mutating func describe(_ party: Party, _ description: Description) {
        let range = description.items
        guard !range.contains(where: { tag($0) == .negation }) else { return }
        let form = description.form
        // "X, through the state operator Y": what a preposition begins is about another.
        if form == "apposition", tag(range.lowerBound) == .preposition {
            readCompanion(party, range, form)
            return
        }
        if readSubsidiary(party, range, form) { return }
        if isPublicBody(range) {
            readMembership(party, range, form)
            return
        }
        readOwner(party, range, form)
        readNationality(party, range, form)
        readMembership(party, range, form)
        readCompanion(party, range, form)
    }

    func place(of list: Set<String>, in range: Range<Int>) -> Int? {
        range.first { sentence.items[$0].mention == nil && list.contains(sentence.items[$0].text) }
    }

    /// Parties named within a range, countries' adjectives apart.
    func named(in range: Range<Int>) -> [Party] {
        range.compactMap { place in
            use(sentence.items[place]) == .demonym ? nil : party(sentence.items[place])
        }
    }

    private mutating func readSubsidiary(
        _ party: Party,
        _ range: Range<Int>,
        _ form: String
    ) -> Bool {
        guard party.kind != .publicBody, let noun = place(of: words.subsidiaries, in: range),
            place(of: ["joint venture"], in: range) == nil
        else { return false }
        var parents = named(in: range.lowerBound..<noun).filter(\.isCompany)
        if parents.isEmpty, word(noun + 1) == "of" {
            parents = named(in: (noun + 2)..<max(noun + 2, range.upperBound)).filter(isBody)
            parents = Array(parents.prefix(1))
        }
        let isWhole = range.contains { ["wholly", "fully"].contains(sentence.items[$0].text) }
        for parent in parents {
            relate(
                .subsidiaryOf,
                party,
                parent,
                share: isWhole ? 1 : nil,
                rule: "subsidiary.\(form)@2",
                isGiven: true
            )
        }
        return !parents.isEmpty
    }

    // MARK: - The state and other owners

    private mutating func readOwner(_ party: Party, _ range: Range<Int>, _ form: String) {
        guard party.kind != .publicBody || place(of: ["owned"], in: range) != nil else { return }
        if let owned = place(of: ["owned", "controlled"], in: range), word(owned + 1) == "by" {
            readOwnedBy(party, range, owned, form)
        } else if isStateOwned(party, range), let state = home(of: party, in: range) {
            relate(.controls, state, party, rule: "state.\(form)@2", isGiven: true)
        }
    }

    private mutating func readOwnedBy(
        _ party: Party,
        _ range: Range<Int>,
        _ owned: Int,
        _ form: String
    ) {
        let rest = (owned + 2)..<max(owned + 2, range.upperBound)
        // "owned by Acme of Chile", "by Chile's Acme": the country only says where the owner is.
        var owners = rest.filter { tag($0 + 1) != .hyphen && !isOrigin($0, in: rest) }
            .compactMap { self.party(sentence.items[$0]) }.filter(isOwner)
        if owners.isEmpty, place(of: words.states, in: rest) != nil,
            let state = home(of: party, in: rest)
        {
            owners = [state]
        }
        let isWhole = ["wholly", "fully"].contains(word(owned - 1))
        let isMost =
            ["majority", "mostly", "mainly"].contains(word(owned - 1))
            || tag(owned - 1) == .hyphen && word(owned - 2) == "majority"
        let kind =
            word(owned) == "owned" && !isMost ? Relation.Kind.ownsStake : .controls
        for owner in owners {
            relate(
                kind,
                owner,
                party,
                share: isWhole ? 1 : nil,
                rule: "owner.\(form)@1",
                isGiven: true
            )
        }
    }

    /// Whether a place only says where the owner beside it is from.
    private func isOrigin(_ place: Int, in range: Range<Int>) -> Bool {
        guard let origin = self.party(sentence.items[place]), isPlace(origin) else { return false }
        let isAfter =
            ["of", "in", "from"].contains(word(place - 1)) && range.contains(place - 2)
            && self.party(sentence.items[place - 2]) != nil
        let isBefore = (place + 1..<max(place + 1, range.upperBound)).contains {
            self.party(sentence.items[$0])?.isCompany == true
        }
        return isAfter || isBefore
    }

    /// "state-owned", "a state company", "the state's operator", "the public IT company".
    private func isStateOwned(_ party: Party, _ range: Range<Int>) -> Bool {
        for place in range {
            let text = sentence.items[place].text
            if words.owned.contains(text), place > range.lowerBound {
                let before = tag(place - 1) == .hyphen ? place - 2 : place - 1
                if words.ownedAdverbs.contains(word(before)) { return true }
                if before >= range.lowerBound, tag(place - 1) == .hyphen,
                    self.party(sentence.items[before])?.kind == .country
                {
                    return true
                }
            }
            if text == "state" || text == "government", tag(place + 1) == .possessive,
                hasCompany((place + 1)..<range.upperBound)
            {
                return true
            }
            let near = (place + 1)..<min(range.upperBound, place + 4)
            if text == "state", near.lowerBound < near.upperBound, hasCompany(near),
                tag(place + 1) != .hyphen
            {
                return true
            }
            if text == "public", near.lowerBound < near.upperBound, hasCompany(near),
                isPerhapsPublic(party)
            {
                return true
            }
        }
        return false
    }

    private func hasCompany(_ range: Range<Int>) -> Bool {
        place(of: words.companies, in: range) != nil
    }

    /// A "public company" may be one that is traded: not where its record says that it is a company.
    private func isPerhapsPublic(_ party: Party) -> Bool {
        party.kind != .company || context.entity(party.entity)?.isCurated != true
    }

    /// The state that "the state" means beside a name: named there, then the name's own, then the
    /// one that the sentence or the page is about.
    func home(of party: Party, in range: Range<Int>) -> Party? {
        let here = range.compactMap { self.party(sentence.items[$0]) }
        if let country = here.first(where: { $0.kind == .country }) { return country }
        let around = Set(
            sentence.items.compactMap { self.party($0) }.filter(isPlace)
                .compactMap { context.country(of: $0.entity) }
        )
        let page = context.scope ?? context.looseScope ?? context.documentScope
        let own = context.country(of: party.entity)
        // "the state company X" is of the state that the page is about.
        let isDefinite = range.contains { word($0) == "the" && word($0 + 1) == "state" }
        let id =
            (isDefinite ? page ?? own : own) ?? (around.count == 1 ? around.first : nil) ?? page
            ?? context.governments.last { $0.kind == .country }?.entity
        return id.flatMap { context.party($0, surface: $0.rawValue) }
    }
}

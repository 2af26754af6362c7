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
            readHome(party, place)
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
                Description(items: noun.items.lowerBound..<place, form: "premodifier")
            )
        }
        if tag(place - 1) == .comma, let range = heading(before: place - 1) {
            found.append(Description(items: range, form: "named"))
        }
        return found
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
        let form = description.form
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
            relate(.ownsStake, state, party, rule: "state.\(form)@1", isGiven: true)
        }
    }

    private mutating func readOwnedBy(
        _ party: Party,
        _ range: Range<Int>,
        _ owned: Int,
        _ form: String
    ) {
        let rest = (owned + 2)..<max(owned + 2, range.upperBound)
        var owners = rest.compactMap { self.party(sentence.items[$0]) }.filter(isOwner)
        if owners.isEmpty, place(of: words.states, in: rest) != nil,
            let state = home(of: party, in: rest)
        {
            owners = [state]
        }
        let isWhole = ["wholly", "fully"].contains(word(owned - 1))
        let kind = word(owned) == "owned" ? Relation.Kind.ownsStake : .controls
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

    // MARK: - Bodies and companions

    /// "a body of the provincial government of Punjab", "the ministry's own division X".
    private mutating func readMembership(_ party: Party, _ range: Range<Int>, _ form: String) {
        guard party.kind == .publicBody || party.kind == .organization || isPublicBody(range),
            let noun = place(of: words.bodies, in: range)
        else { return }
        let before = range.lowerBound..<noun
        let after = (noun + 1)..<max(noun + 1, range.upperBound)
        var wholes = before.compactMap { self.party(sentence.items[$0]) }
            .filter { isWhole($0, of: party) }
        if wholes.isEmpty, ["of", "under", "within", "at", "in"].contains(word(noun + 1)) {
            wholes = Array(named(in: after).filter { isWhole($0, of: party) }.prefix(1))
            if wholes.isEmpty, place(of: ["province", "region", "city"], in: after) != nil {
                let known = context.governments.filter { $0.kind == .territory }
                wholes = known.count == 1 ? known : []
            }
        }
        let isPublic = place(of: ["public", "state", "government"], in: range) != nil
        if wholes.isEmpty, party.kind == .publicBody || isPublicBody(range),
            isPublic || place(of: words.states, in: after) != nil
        {
            wholes = home(of: party, in: range).map { [$0] } ?? []
        }
        for whole in wholes { relate(.partOf, party, whole, rule: "body.\(form)@1", isGiven: true) }
    }

    /// "a public body", "a government agency": whatever a record says of its form.
    private func isPublicBody(_ range: Range<Int>) -> Bool {
        if place(of: ["public body", "government agency", "public bodies"], in: range) != nil {
            return true
        }
        return range.contains { index in
            ["public", "government", "state", "federal"].contains(word(index))
                && ["body", "agency", "authority", "department"].contains(word(index + 1))
        }
    }

    private func isWhole(_ whole: Party, of part: Party) -> Bool {
        whole.kind.isGovernment || whole.kind == .organization && part.kind == .organization
    }

    /// "Google's partner Cognite", "Huawei's rival ZTE".
    private mutating func readCompanion(_ party: Party, _ range: Range<Int>, _ form: String) {
        let kinds: [(Set<String>, Relation.Kind)] = [
            (words.partners, .partnersWith), (words.rivals, .competesWith),
        ]
        for (list, kind) in kinds {
            guard let noun = place(of: list, in: range),
                form == "premodifier" || tag(noun + 1) != .mention
            else { continue }
            var others = named(in: range.lowerBound..<noun)
            if others.isEmpty, word(noun + 1) == "of" {
                others = named(in: (noun + 2)..<max(noun + 2, range.upperBound))
            }
            for other in others.prefix(1) where isActor(other) {
                relate(kind, other, party, rule: "companion.\(form)@1", isGiven: true)
            }
        }
        if form != "premodifier", let noun = place(of: words.shareholders, in: range),
            ["in", "of"].contains(word(noun + 1))
        {
            let after = (noun + 2)..<max(noun + 2, range.upperBound)
            for target in named(in: after).filter(\.isCompany).prefix(1) {
                relate(.ownsStake, party, target, rule: "shareholder.\(form)@1", isGiven: true)
            }
        }
    }

    // MARK: - Belonging

    /// "NIRS belongs to the Ministry of the Interior", "which belongs to the Chinese state".
    private mutating func readBelonging(_ party: Party, _ place: Int) {
        var index = afterParenthesis(place + 1)
        if tag(index) == .comma, tag(index + 1) == .relative { index += 2 }
        let near = index..<min(sentence.items.count, index + 5)
        guard near.lowerBound < near.upperBound else { return }
        let text = sentence.items[near].map(\.text).joined(separator: " ")
        guard let link = words.belongs.first(where: { text.hasPrefix($0 + " ") }) else { return }
        let start = index + link.split(separator: " ").count
        let rest = min(start, sentence.items.count)..<min(sentence.items.count, start + 7)
        guard let owner = rest.compactMap({ self.party(sentence.items[$0]) }).first else {
            return
        }
        let isState = self.place(of: words.states, in: rest) != nil || owner.kind == .country
        switch party.kind {
        case .publicBody, .organization:
            relate(.partOf, party, owner, rule: "belong.active@1")
        default:
            relate(
                isState || owner.kind.isGovernment ? .ownsStake : .subsidiaryOf,
                isState || owner.kind.isGovernment ? owner : party,
                isState || owner.kind.isGovernment ? party : owner,
                rule: "belong.active@1"
            )
        }
    }

    /// "the Serbian Ministry of the Interior", "the United States Department of Defense".
    private mutating func readHome(_ party: Party, _ place: Int) {
        guard party.kind == .publicBody else { return }
        let country = context.country(of: party.entity)
        let inner = context.nested[sentence.items[place].range.lowerBound] ?? []
        var whole = inner.first { $0.entity == country && $0.use == .demonym }?.entity
        if whole == nil, isDepartment(party) {
            whole = inner.first { $0.entity == country && country != nil }?.entity
        }
        if whole == nil, place > 0, use(sentence.items[place - 1]) == .demonym,
            let before = self.party(sentence.items[place - 1]), before.kind == .country,
            country == nil || before.entity == country
        {
            whole = before.entity
        }
        guard let whole, let home = context.party(whole, surface: whole.rawValue) else { return }
        guard !isTold(.partOf, party, home) else { return }
        relate(.partOf, party, home, rule: "body.name@1", isGiven: true)
    }

    private func isDepartment(_ party: Party) -> Bool {
        party.surface.contains("Department of") || party.surface.contains("Ministry of")
    }

    func isTold(_ kind: Relation.Kind, _ from: Party, _ to: Party) -> Bool {
        context.relations.contains {
            $0.relation.kind == kind && $0.relation.from == from.entity
                && $0.relation.to == to.entity
        }
    }
}

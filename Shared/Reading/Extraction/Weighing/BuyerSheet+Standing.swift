import Evidence

/// What each candidate is, and how it stands to the page, the party and the other candidates.
extension BuyerSheet {
    func describe(
        _ candidates: BuyerCandidates,
        _ place: Int,
        _ party: EntityID?
    ) -> [EntityID: EvidenceSet] {
        let home = party.flatMap { context.country(of: $0) }
        let parts = parts(of: candidates)
        let hints = hints
        let systems = systems(near: place)
        var described: [EntityID: EvidenceSet] = [:]
        for candidate in candidates.all {
            let id = candidate.id
            let kind = candidate.kind
            var all = candidate.evidence
            all.insert("kind ", EvidenceWord(candidate.entity?.kind.rawValue ?? "unknown"))
            for hint in hints { all.insert(kind, "said ", hint) }
            for system in systems { all.insert(kind, "gets ", EvidenceWord(system.rawValue)) }
            if let entity = candidate.entity { addFitness(entity, systems, &all) }
            if id == home { all.insert("home of party") }
            if let home, context.country(of: id) == home { all.insert(kind, "at home") }
            for part in parts[id] ?? [] { all.insert("holds ", part) }
            addStanding(id, kind, &all)
            if let entity = candidate.entity, isEchoed(entity, hints) { all.insert("echoed") }
            let count = document.counts[id] ?? 0
            all.insert("count ", EvidenceWord.digits[count >= 6 ? 6 : min(3, count)])
            if !candidate.standings.contains(.line) { all.insert("elsewhere") }
            if candidates.all.count == 1 { all.insert("only") }
            described[id] = all
        }
        return described
    }

    /// Whether a candidate lies in the country that the block or the page is about, and what part
    /// the rules gave it.
    private func addStanding(_ id: EntityID, _ kind: EvidenceWord, _ found: inout EvidenceSet) {
        let home = context.country(of: id)
        let focus = context.focuses.indices.contains(line.block) ? context.focuses[line.block] : nil
        let frames: [(EvidenceWord, EntityID?)] = [
            ("scope", context.scopes[line.block]), ("loose", context.looseScopes[line.block]),
            ("focus", focus), ("page", context.pageCountry),
        ]
        for (name, frame) in frames {
            guard let frame, frame != id else { continue }
            found.insert(kind, home == frame ? "in " : "out of ", name)
        }
        if drafts.contains(where: { ($0.suppliers + $0.operators).contains { $0.entity == id } }) {
            found.insert("supplies here")
        }
        if document.suppliers.contains(id) { found.insert("supplies") }
        if document.payers.contains(id) { found.insert("pays") }
    }

    /// For each country, which kinds of its bodies and places are candidates, and where.
    private func parts(of candidates: BuyerCandidates) -> [EntityID: Set<EvidenceWord>] {
        var found: [EntityID: Set<EvidenceWord>] = [:]
        for candidate in candidates.all where !candidate.standings.isEmpty {
            guard let entity = candidate.entity, let home = context.country(of: candidate.id),
                home != candidate.id
            else { continue }
            for (standing, name) in BuyerCandidates.Standings.names
            where candidate.standings.contains(standing) {
                found[home, default: []].insert("\(entity.kind.rawValue) of \(name)")
            }
        }
        return found
    }

    /// The line's own words for a government: "the agency", "the city".
    private var hints: Set<EvidenceWord> {
        Set(
            line.cues.filter { cue in
                cue.mention == nil
                    && (cue.names.contains("n:government") || cue.names.contains("n:place"))
            }
            .compactMap(\.names.last)
        )
    }

    /// Whether the line has "the commission" and an entity's name ends in it, or 该局 and 某局.
    private func isEchoed(_ entity: Entity, _ hints: Set<EvidenceWord>) -> Bool {
        guard !hints.isEmpty, entity.kind == .publicBody || entity.kind == .stateOwnedEnterprise
        else { return false }
        let words = entity.name.lowercased().split { !$0.isLetter && !$0.isNumber }
            .map { EvidenceWord(CueReader.stem(String($0))) }
        return words.contains(where: hints.contains)
    }

    /// The kinds of system that the line tells of, the nearest one and the rules'.
    private func systems(near place: Int) -> Set<SystemCategory> {
        let own = line.cues.indices.filter { line.cues[$0].system?.isStrong == true }
        let nearest = own.min { abs($0 - place) < abs($1 - place) }
        var found = Set(drafts.map(\.category))
        if let kind = nearest.flatMap({ line.cues[$0].system?.category }) { found.insert(kind) }
        found.remove(.other)
        return found
    }

    /// Whether a body's name speaks of the same kind of system.
    private func addFitness(
        _ entity: Entity,
        _ systems: Set<SystemCategory>,
        _ found: inout EvidenceSet
    ) {
        guard entity.kind != .country, entity.kind != .territory,
            let term = context.systemTerm(entity.name), term.category != .other
        else { return }
        if !systems.isEmpty {
            found.insert(systems.contains(term.category) ? "fits" : "fits not")
        }
    }
}

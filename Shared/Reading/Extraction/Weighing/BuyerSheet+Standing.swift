import Evidence

/// What each candidate is, and how it stands to the page, the party and the other candidates.
extension BuyerSheet {
    func describe(
        _ candidates: [EntityID: Set<String>],
        _ place: Int,
        _ party: EntityID?
    ) -> [EntityID: Set<String>] {
        let home = party.flatMap { context.country(of: $0) }
        let parts = parts(of: candidates)
        let hints = hints
        let systems = systems(near: place)
        var described: [EntityID: Set<String>] = [:]
        for (id, evidence) in candidates {
            let entity = context.entity(id)
            let kind = entity?.kind.rawValue ?? "unknown"
            var all = evidence
            for one in evidence where !one.hasPrefix("w") && !one.hasPrefix("to") {
                all.insert("\(kind) \(one)")
            }
            all.insert("kind \(kind)")
            for hint in hints { all.insert("\(kind) said \(hint)") }
            for system in systems { all.insert("\(kind) gets \(system.rawValue)") }
            if let entity { all.formUnion(fitness(entity, systems)) }
            if id == home { all.insert("home of party") }
            if let home, context.country(of: id) == home { all.insert("\(kind) at home") }
            for part in parts[id] ?? [] { all.insert("holds \(part)") }
            all.formUnion(standing(id, kind))
            if let entity, isEchoed(entity) { all.insert("echoed") }
            let count = document.counts[id] ?? 0
            all.insert("count \(count >= 6 ? "6" : count >= 3 ? "3" : "\(count)")")
            if !evidence.contains("line") { all.insert("elsewhere") }
            if candidates.count == 1 { all.insert("only") }
            described[id] = all
        }
        return described
    }

    /// Whether a candidate lies in the country that the block or the page is about, and what part
    /// the rules gave it.
    private func standing(_ id: EntityID, _ kind: String) -> Set<String> {
        var found: Set<String> = []
        let home = context.country(of: id)
        let focus = context.focuses.indices.contains(line.block) ? context.focuses[line.block] : nil
        let frames: [(String, EntityID?)] = [
            ("scope", context.scopes[line.block]), ("loose", context.looseScopes[line.block]),
            ("focus", focus), ("page", context.pageCountry),
        ]
        for (name, frame) in frames {
            guard let frame, frame != id else { continue }
            found.insert(home == frame ? "\(kind) in \(name)" : "\(kind) out of \(name)")
        }
        if drafts.contains(where: { ($0.suppliers + $0.operators).contains { $0.entity == id } }) {
            found.insert("supplies here")
        }
        if document.suppliers.contains(id) { found.insert("supplies") }
        if document.payers.contains(id) { found.insert("pays") }
        return found
    }

    /// For each country, which kinds of its bodies and places are candidates, and where.
    private func parts(of candidates: [EntityID: Set<String>]) -> [EntityID: Set<String>] {
        var found: [EntityID: Set<String>] = [:]
        for (id, evidence) in candidates {
            guard let home = context.country(of: id), home != id, let entity = context.entity(id)
            else { continue }
            let kind = entity.kind.rawValue
            for one in ["line", "last", "resolved", "heading"] where evidence.contains(one) {
                found[home, default: []].insert("\(kind) of \(one)")
            }
        }
        return found
    }

    /// The line's own words for a government: "the agency", "the city".
    private var hints: Set<String> {
        Set(
            line.cues.filter { cue in
                cue.mention == nil
                    && (cue.names.contains("n:government") || cue.names.contains("n:place"))
            }
            .compactMap(\.names.last)
        )
    }

    /// Whether the line has "the commission" and an entity's name ends in it, or 该局 and 某局.
    private func isEchoed(_ entity: Entity) -> Bool {
        guard !hints.isEmpty, entity.kind == .publicBody || entity.kind == .stateOwnedEnterprise
        else { return false }
        let words = entity.name.lowercased().split { !$0.isLetter && !$0.isNumber }
            .map { CueReader.stem(String($0)) }
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
    private func fitness(_ entity: Entity, _ systems: Set<SystemCategory>) -> Set<String> {
        guard entity.kind != .country, entity.kind != .territory,
            let term = context.systemTerm(entity.name), term.category != .other
        else { return [] }
        return systems.isEmpty ? [] : [systems.contains(term.category) ? "fits" : "fits not"]
    }
}

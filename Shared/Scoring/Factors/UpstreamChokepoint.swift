import Evidence

/// D10: chips, firmware or software that a foreign state can withhold.
///
/// Export control over a government itself is a matter of the whole government; here it is that
/// over a provider, by a state that is not the government's own.
enum UpstreamChokepoint {
    static func level(of system: ScoredSystem, in around: Surroundings) -> Level {
        var told: [Told<Int>] = []
        for party in system.providers {
            for statement in party.standing.statements {
                guard
                    let level = around.methodology.statements[statement.kind]?.factors[.d10],
                    !isOwnMeasure(statement, around)
                else { continue }
                told.append(
                    Told(
                        value: level,
                        claims: party.claims.merged(with: statement.claimIDs),
                        isAdmitted: party.isAdmitted && statement.isAdmitted
                    )
                )
            }
        }
        return .told(told)
    }

    /// Whether the state that imposes the control is the assessed government's own.
    static func isOwnMeasure(_ statement: ToldStatement, _ around: Surroundings) -> Bool {
        guard
            around.mutation != .ownControlsCount,
            let counterpart = statement.counterpart,
            let jurisdiction = around.evidence.entity(counterpart)?.jurisdiction
        else { return false }
        return counterpart != statement.subject && !around.isForeign(jurisdiction)
    }
}

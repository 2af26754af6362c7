import Evidence

/// What statements about a deployment's providers give a factor.
enum ProviderStatements {
    static func told(
        _ factor: Factor,
        of system: ScoredSystem,
        in around: Surroundings
    ) -> [Told<Int>] {
        system.providers.flatMap { party in
            party.standing.statements.compactMap { statement in
                guard let level = around.methodology.statements[statement.kind]?.factors[factor]
                else { return nil }
                return Told(
                    value: level,
                    claims: party.claims.merged(with: statement.claimIDs),
                    isAdmitted: party.isAdmitted && statement.isAdmitted
                )
            }
        }
    }
}

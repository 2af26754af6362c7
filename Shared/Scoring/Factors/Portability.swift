import Evidence

/// L3 substitutability, and L4 exit and portability, of a deployment.
///
/// Told of a provider, they hold for what it provides; told of a government as a whole, they are
/// a matter of the whole government.
enum Portability {
    static func level(
        _ factor: Factor,
        of system: ScoredSystem,
        in around: Surroundings
    ) -> Level {
        let told = ProviderStatements.told(factor, of: system, in: around)
        return lowered(.told(told), by: system.counterLockIn)
    }

    /// A level under the measures that make leaving easier.
    static func lowered(_ level: Level, by measures: [ToldStatement]) -> Level {
        guard !measures.isEmpty else { return level }
        return level.lowered(where: { $0 >= 1 }, claims: .merged(measures.map(\.claimIDs)))
    }
}

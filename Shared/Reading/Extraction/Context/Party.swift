import Evidence

/// Someone named, or meant, by a noun phrase.
struct Party: Hashable, Sendable {
    var entity: EntityID
    var kind: EntityKind
    /// The words that stand for it.
    var surface: String
    /// Whether the phrase names no single body but several, or a kind of them: "hospitals".
    var isGeneric = false
    /// Whether the phrase points back to it: "the ministry".
    var isMeant = false

    /// Whether it can supply, build or run a system.
    var canSupply: Bool {
        switch kind {
        case .company, .stateOwnedEnterprise, .organization: true
        default: false
        }
    }

    var isCompany: Bool { kind == .company || kind == .stateOwnedEnterprise }

    /// Whether it can lend or give money.
    var canFinance: Bool {
        switch kind {
        case .financier, .country, .publicBody, .company, .stateOwnedEnterprise, .organization,
            .territory:
            true
        default: false
        }
    }
}

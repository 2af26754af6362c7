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

    /// Whether it is a parliament, which hears of systems and seldom gets them.
    var isParliament: Bool {
        let name = surface.lowercased()
        return ["parliament", "assembly", "senate", "congress", "committee"].contains {
            name.contains($0)
        }
    }

    /// Whether a name is that of a hospital or university, which gets systems as bodies of
    /// government do.
    static func isPublicInstitution(_ name: String) -> Bool {
        let name = name.lowercased()
        return institutions.contains { name.contains($0) }
    }

    private static let institutions = [
        "hospital", "clinic", "universi", "college", "school", "polytechnic", "klinikum",
        "h\u{F4}pital",
    ]

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

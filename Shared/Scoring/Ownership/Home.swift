import Evidence

/// The jurisdictions that are not foreign to a government.
///
/// It is the government's own; for a body of a union also its members', for a member also the
/// union's, whose law is its own law. A territory and its sovereign are home to each other. A
/// weight profile may add all members of a union.
struct Home: Hashable {
    let jurisdictions: Set<Jurisdiction>

    init(
        of own: Jurisdiction?,
        methodology: Methodology,
        profile: String,
        mutation: Mutation? = nil
    ) {
        guard let own else {
            jurisdictions = []
            return
        }
        var home: Set<Jurisdiction> = [own]
        home.formUnion(methodology.unions[own] ?? [])
        let unionsAtHome = methodology.profiles[profile]?.homeUnions ?? []
        for (union, members) in methodology.unions where members.contains(own) {
            home.insert(union)
            if unionsAtHome.contains(union) { home.formUnion(members) }
        }
        for (sovereign, territories) in methodology.dependencies
        where mutation != .dependenciesForeign {
            if own == sovereign { home.formUnion(territories) }
            if territories.contains(own) { home.insert(sovereign) }
        }
        jurisdictions = home
    }

    /// Nothing is home.
    static let none = Home(jurisdictions: [])

    private init(jurisdictions: Set<Jurisdiction>) {
        self.jurisdictions = jurisdictions
    }

    /// Whether it is known what is home.
    var isKnown: Bool { !jurisdictions.isEmpty }

    func contains(_ jurisdiction: Jurisdiction) -> Bool {
        jurisdictions.contains(jurisdiction)
    }
}

import Evidence

/// Turns what is said of a government as a whole into entries of the grid.
///
/// Each admitted statement counts as a deployment of its factor: in the functions it names, else
/// in all, with the reach that the methodology gives to such statements, and as if operational.
/// It pins no floor.
struct SubjectStatements {
    static let factors: [Factor] = [.d10, .l3, .l4, .l6]

    let around: Surroundings

    /// A statement with the entry that it makes.
    struct Row {
        var entry: GridEntry
        var factor: Factor
        var statement: ToldStatement
    }

    /// The rows in a fixed order.
    func rows(of governments: [EntityID]) -> [Row] {
        governments.flatMap { government in
            around.statements.statements(about: government).flatMap { statement in
                Self.factors.compactMap { row($0, statement) }
            }
        }
    }

    private func row(_ factor: Factor, _ statement: ToldStatement) -> Row? {
        guard
            let rule = around.methodology.statements[statement.kind],
            let severity = rule.factors[factor],
            factor != .d10 || !UpstreamChokepoint.isOwnMeasure(statement, around),
            let first = statement.claims.first
        else { return nil }
        var level = Level.known(severity, claims: statement.claimIDs)
        if factor == .l3 || factor == .l4 {
            level = Portability.lowered(level, by: counterLockIn(over: statement.subject))
        }
        let weight = reach(of: statement.subject) * 1000
        var weights = PerFunction()
        for function in GovernmentFunction.allCases
        where statement.functions?.contains(function) ?? true {
            weights[function.index] = weight
        }
        let digits = first.id.rawValue.hasPrefix("c-") ? first.id.rawValue.dropFirst(2) : ""
        var entry = GridEntry(
            id: "s-\(factor.rawValue)-\(digits.isEmpty ? Substring(first.id.rawValue) : digits)",
            isStatement: true,
            weights: statement.isAdmitted ? weights : PerFunction(),
            weightsMost: weights
        )
        entry.set(factor, to: level)
        return Row(entry: entry, factor: factor, statement: statement)
    }

    /// What is said of a place within the government reaches at most one region of it.
    private func reach(of government: EntityID) -> Int {
        if around.mutation == .statementsReachAll { return 1000 }
        let whole = around.methodology.subjectReach
        guard government != around.subject.id else { return whole }
        let chain = [government] + around.evidence.ancestors(of: government)
        let isInnerPlace = chain.prefix { $0 != around.subject.id }.contains {
            around.evidence.entity($0)?.kind == .territory
        }
        return isInnerPlace ? min(whole, around.methodology.reach[.region, default: 0]) : whole
    }

    private func counterLockIn(over government: EntityID) -> [ToldStatement] {
        guard around.mutation != .safeguardsIgnored else { return [] }
        return ([government] + around.evidence.ancestors(of: government))
            .flatMap(around.statements.statements(about:))
            .filter {
                $0.isAdmitted && around.methodology.statements[$0.kind]?.isCounterLockIn == true
            }
    }
}

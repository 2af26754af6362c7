import Evidence

/// How much of the assessed government a deployment serves, by function.
///
/// Its claims name the functions, or else their categories do. Its reach is told of its recipient;
/// where that is a place within the assessed government, the reach is at most that of one region.
struct ReachReading {
    let around: Surroundings
    let group: DeploymentGroup

    /// The functions that it covers, each with its reach.
    func coverage() -> [ScoredSystem.Reach?] {
        let told = group.told(by: around.corroboration, inOrder: Self.order) {
            [$0.value.reach].compactMap(\.self)
        }
        let weights = around.methodology.reach
        let unknown = around.methodology.unknownReach
        let admitted = told.admitted().compactMap { weights[$0] }.max()
        let most = told.compactMap { weights[$0.value] }.max()
        let isLimited = isInnerPlace && around.mutation != .innerPlacesReachAll
        let limit = isLimited ? weights[.region, default: 0] : 1000
        var lo = min(limit, admitted ?? unknown)
        let hi = min(limit, admitted == nil ? 1000 : most ?? 1000)
        if around.mutation == .reachIgnored { lo = 1000 }
        var coverage = [ScoredSystem.Reach?](repeating: nil, count: GovernmentFunction.count)
        for function in toldFunctions() {
            coverage[function.value.index] = .init(
                lo: function.isAdmitted ? lo : 0,
                hi: max(lo, hi)
            )
        }
        widen(&coverage, limit: limit)
        if around.mutation == .functionsIgnored {
            for function in coverage.indices {
                coverage[function] = .init(lo: lo, hi: max(lo, hi))
            }
        }
        return coverage
    }

    /// The functions that it is told to serve, in no order.
    private func toldFunctions() -> [(value: GovernmentFunction, isAdmitted: Bool)] {
        if group.asserted.count == 1, let alone = group.asserted[0].deployment {
            let isAdmitted =
                group.disputed.isEmpty && around.corroboration.admits(group.asserted[0])
            return functions(of: alone).map { ($0, isAdmitted) }
        }
        return group.told(by: around.corroboration, functions(of:)).map {
            ($0.value, $0.isAdmitted)
        }
    }

    private func functions(of deployment: HeldDeployment) -> [GovernmentFunction] {
        if let stated = deployment.value.functions, !stated.isEmpty { return stated }
        return around.methodology.categories[deployment.value.category]?.functions ?? []
    }

    private static func order(_ left: Deployment.Reach, _ right: Deployment.Reach) -> Bool {
        left.rawValue < right.rawValue
    }

    private var isInnerPlace: Bool { around.isInnerPlace(group.recipient) }

    /// Centralising its data makes a government's data system reach all of it, in the functions
    /// that the statement names, or in those of the system where it names none.
    private func widen(
        _ coverage: inout [ScoredSystem.Reach?],
        limit: Int
    ) {
        let statements = statementsOnRecipient()
        guard
            !statements.isEmpty, group.asserted.contains(where: holdsData),
            around.mutation != .centralizationIgnored
        else { return }
        let documents = Set(group.asserted.map(\.quote.document))
        for statement in statements {
            let sameText = statement.claims.contains { documents.contains($0.quote.document) }
            guard sameText, statement.isAdmitted else { continue }
            let named = statement.functions?.map(\.index)
            for function in named ?? coverage.indices.filter({ coverage[$0] != nil }) {
                let most = max(limit, coverage[function]?.hi ?? 0)
                coverage[function] = .init(lo: limit, hi: most)
            }
        }
    }

    private func holdsData(_ claim: HeldClaim) -> Bool {
        guard let category = claim.deployment?.value.category else { return false }
        return around.methodology.categories[category]?.holdsData == true
    }

    private func statementsOnRecipient() -> [ToldStatement] {
        var topics = [group.recipient]
        if around.evidence.entity(group.recipient)?.kind == .publicBody,
            let place = around.evidence.ancestors(of: group.recipient).first
        {
            topics.append(place)
        }
        return topics.flatMap(around.statements.statements(about:)).filter {
            around.methodology.statements[$0.kind]?.widensReach == true
        }
    }
}

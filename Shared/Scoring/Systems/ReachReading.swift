import Evidence

/// How much of the assessed government a deployment serves, by function.
///
/// Its claims name the functions, or else their categories do. Its reach is told of its recipient;
/// where that is a place within the assessed government, the reach is at most that of one region.
struct ReachReading {
    let around: Surroundings
    let group: DeploymentGroup

    /// The functions that it covers of its own government, and of one that its recipient is a place
    /// in.
    func coverages() -> (own: Coverage, inner: Coverage) {
        let functions = toldFunctions()
        let told = group.told(by: around.corroboration, inOrder: Self.order) {
            [$0.value.reach].compactMap(\.self)
        }
        let widening = widening()
        let isLimited = around.mutation != .innerPlacesReachAll
        let region = isLimited ? around.methodology.reach[.region, default: 0] : 1000
        func coverage(limit: Int) -> Coverage {
            var coverage = self.coverage(functions, told, limit: limit)
            for statement in widening { Self.widen(&coverage, by: statement, limit: limit) }
            if around.mutation == .functionsIgnored {
                let all = reach(told, limit: limit)
                for function in GovernmentFunction.allCases.indices { coverage[function] = all }
            }
            return coverage
        }
        return (coverage(limit: 1000), coverage(limit: region))
    }

    private func coverage(
        _ functions: [(value: GovernmentFunction, isAdmitted: Bool)],
        _ told: [Told<Deployment.Reach>],
        limit: Int
    ) -> Coverage {
        let reach = reach(told, limit: limit)
        var coverage = Coverage()
        for function in functions {
            coverage[function.value.index] = .init(
                lo: function.isAdmitted ? reach.lo : 0,
                hi: reach.hi
            )
        }
        return coverage
    }

    private func reach(_ told: [Told<Deployment.Reach>], limit: Int) -> Coverage.Reach {
        let weights = around.methodology.reach
        let admitted = told.lazy.filter(\.isAdmitted).compactMap { weights[$0.value] }.max()
        let most = told.lazy.compactMap { weights[$0.value] }.max()
        var lo = min(limit, admitted ?? around.methodology.unknownReach)
        let hi = min(limit, admitted == nil ? 1000 : most ?? 1000)
        if around.mutation == .reachIgnored { lo = 1000 }
        return .init(lo: lo, hi: max(lo, hi))
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

    /// The statements that the recipient's data are centralised, where the deployment holds data.
    private func widening() -> [ToldStatement] {
        let statements = statementsOnRecipient()
        guard
            !statements.isEmpty, group.asserted.contains(where: holdsData),
            around.mutation != .centralizationIgnored
        else { return [] }
        let documents = Set(group.asserted.map(\.quote.document))
        return statements.filter { statement in
            let sameText = statement.claims.contains { documents.contains($0.quote.document) }
            return sameText && statement.isAdmitted
        }
    }

    /// Centralising its data makes a government's data system reach all of it, in the functions
    /// that the statement names, or in those of the system where it names none.
    private static func widen(
        _ coverage: inout Coverage,
        by statement: ToldStatement,
        limit: Int
    ) {
        for function in GovernmentFunction.allCases {
            let known = coverage[function.index]
            guard statement.functions?.contains(function) ?? (known != nil) else { continue }
            coverage[function.index] = .init(lo: limit, hi: max(limit, known?.hi ?? 0))
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

import Evidence

/// The claims that tell of one deployment.
struct DeploymentGroup {
    /// `d-` and the digits of the claim that names it.
    let id: String
    let recipient: EntityID
    /// Those that assert it, in the order of their ids.
    let asserted: [HeldClaim]
    /// Their ids, in order.
    let claims: [ClaimID]
    /// Those that deny a part of it, in the order of their ids.
    var denied: [HeldClaim] = []
    /// Which of the asserted ones stand against an admitted denial.
    var disputed: Set<ClaimID> = []
    /// The groups that tell of a part of it, by id.
    var parts: [String] = []
    /// The claims of those parts, which vouch for the whole.
    var vouching: [HeldClaim] = []

    /// Takes the claims, that which names the deployment first.
    init(recipient: EntityID, asserted: [HeldClaim]) {
        self.recipient = recipient
        self.asserted = asserted.count == 1 ? asserted : asserted.sorted { $0.id < $1.id }
        claims = self.asserted.map(\.id)
        let first = asserted.first?.id.rawValue ?? ""
        id = "d-" + (first.hasPrefix("c-") ? String(first.dropFirst(2)) : first)
    }

    /// Whether an admitted denial stands against all of them.
    var isDisputed: Bool { !disputed.isEmpty && undisputed.isEmpty }

    /// Those that no admitted denial stands against.
    var undisputed: [HeldClaim] {
        disputed.isEmpty ? asserted : asserted.filter { !disputed.contains($0.id) }
    }

    /// The values that the claims tell, in the order of `precedes`.
    func told<Value: Hashable>(
        by corroboration: Corroboration,
        inOrder precedes: (Value, Value) -> Bool,
        _ values: (HeldDeployment) -> [Value]
    ) -> [Told<Value>] {
        if asserted.count == 1, let deployment = asserted[0].deployment {
            var told = values(deployment)
            if told.count > 1 { told = Set(told).sorted(by: precedes) }
            return toldAlone(told, corroboration)
        }
        var support: [Value: [HeldClaim]] = [:]
        for claim in asserted {
            guard let deployment = claim.deployment else { continue }
            for value in Set(values(deployment)) { support[value, default: []].append(claim) }
        }
        return support.sorted { precedes($0.key, $1.key) }.map { value, claims in
            let standing = claims.filter { !disputed.contains($0.id) }
            return Told(
                value: value,
                claims: claims.map(\.id),
                isAdmitted: !standing.isEmpty && corroboration.admits(standing)
            )
        }
    }

    /// The values of the only claim, which stand or fall together.
    private func toldAlone<Value: Hashable>(
        _ values: [Value],
        _ corroboration: Corroboration
    ) -> [Told<Value>] {
        if values.isEmpty { return [] }
        let isAdmitted = disputed.isEmpty && corroboration.admits(asserted[0])
        return values.map { Told(value: $0, claims: claims, isAdmitted: isAdmitted) }
    }

    func told<Value: Hashable & Comparable>(
        by corroboration: Corroboration,
        _ values: (HeldDeployment) -> [Value]
    ) -> [Told<Value>] {
        told(by: corroboration, inOrder: <, values)
    }
}

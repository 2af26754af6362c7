import Evidence

/// What is told about one recipient's own systems, whoever is assessed.
///
/// It remembers the deployments as they have been assembled, on which no other recipient's claims
/// bear; each as long as the evidence that it rests on stands.
final class RecipientBook {
    let told: DeploymentMerging.Told
    /// Claims about its systems that are shown and not scored.
    let context: [ClaimID]
    private var homes: [AtHome] = []
    /// Whether it has been used again since that was last asked.
    var isFresh = false

    /// How many deployments and denials it is made of, and one more.
    var size: Int { 1 + told.merged.count + told.denied.count }

    /// Its deployments as governments with one home and one country have them.
    private struct AtHome {
        var root: EntityID
        var book: ObjectIdentifier
        /// In the order of what is told; `nil` where one has not been assembled.
        var systems: [Remembered<Assembled>?]
    }

    /// A deployment with the levels that it has by itself.
    struct Assembled {
        var system: ScoredSystem
        var entry: GridEntry
        /// Whether its recipient is a place within the assessed government.
        var isInner: Bool
    }

    /// Takes over from an earlier book the deployments that rest on the same claims.
    init(
        _ recipient: EntityID,
        _ around: Surroundings,
        _ merging: DeploymentMerging,
        after earlier: RecipientBook? = nil
    ) {
        var scored: [HeldClaim] = []
        var context: [ClaimID] = []
        for claim in around.evidence.claims(.deployment, about: recipient) {
            guard
                let deployment = claim.deployment,
                around.asOf.hasReached(claim.source.published)
                    || around.mutation == .futureDocumentsCount
            else { continue }
            let counts =
                deployment.value.owner == .government || around.mutation == .vendorsOwnCounts
            if counts { scored.append(claim) } else { context.append(claim.id) }
        }
        if around.mutation == .duplicatesCount { scored += Self.renamed(scored) }
        told = merging.told(by: scored)
        self.context = context
        if let earlier { takeOver(from: earlier) }
    }

    private func takeOver(from earlier: RecipientBook) {
        let before = Dictionary(
            earlier.told.merged.map { ($0.group.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let places = told.merged.map { merged -> Int? in
            let claims = merged.group.asserted
            guard
                let old = before[merged.group.id], old.group.asserted.count == claims.count
            else { return nil }
            let isSame = zip(old.group.asserted, claims).allSatisfy { $0 === $1 }
            return isSame ? old.place : nil
        }
        homes = earlier.homes.map { home in
            var copy = home
            copy.systems = places.map { $0.flatMap { home.systems[$0] } }
            return copy
        }
    }

    /// A deployment as the assessed government has it.
    func assembled(_ merged: DeploymentMerging.Merged, _ assembly: SystemAssembly) -> Assembled {
        let around = assembly.around
        if merged.isTouched { return Self.assemble(merged.group, assembly) }
        let home = place(of: around)
        guard let assembled = around.evidence.recalled(homes[home].systems[merged.place]) else {
            let found = around.evidence.noting { Self.assemble(merged.group, assembly) }
            homes[home].systems[merged.place] = found
            return found.value
        }
        if assembled.isInner == around.isInnerPlace(merged.group.recipient) { return assembled }
        let isInner = !assembled.isInner
        let system = assembled.system
        return Assembled(
            system: system,
            entry: assembled.entry.weighed(as: system, isInner: isInner, around.mutation),
            isInner: isInner
        )
    }

    /// Where the deployments stand that were assembled for a government's home.
    private func place(of around: Surroundings) -> Int {
        if let known = homes.firstIndex(where: {
            $0.book == around.bookID && $0.root == around.root
        }) {
            return known
        }
        homes.append(
            AtHome(
                root: around.root,
                book: around.bookID,
                systems: Array(repeating: nil, count: told.merged.count)
            )
        )
        return homes.count - 1
    }

    private static func assemble(
        _ group: DeploymentGroup,
        _ assembly: SystemAssembly
    ) -> Assembled {
        let around = assembly.around
        let system = ScoredSystem(group, assembly)
        let isInner = around.isInnerPlace(group.recipient)
        return Assembled(
            system: system,
            entry: GridEntry(system, isInner: isInner, in: around),
            isInner: isInner
        )
    }

    /// The claims once more under other ids and of other documents, for the mutation that counts
    /// duplicates.
    private static func renamed(_ claims: [HeldClaim]) -> [HeldClaim] {
        claims.map { held in
            let claim = held.claim
            var copy = claim
            copy.id = ClaimID(rawValue: claim.id.rawValue + "-again")
            copy.quote.document = DocumentID(rawValue: claim.quote.document.rawValue + "-again")
            copy.source.publisher = (claim.source.publisher ?? "") + " again"
            return HeldClaim(copy)
        }
    }
}

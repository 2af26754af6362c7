import Evidence

/// How far a deployment has come, from everything that is told of it.
///
/// The latest event decides, then the latest document, then the severer. What is admitted decides
/// the evidenced weight; where that is nothing, the weight is that of an unknown status.
struct StatusReading: Hashable {
    var status: Deployment.Status
    /// The event date that decided, if one did.
    var date: PartialDate?
    /// What it counts, in thousandths.
    var lo: Int
    /// The same at its worst.
    var hi: Int

    private struct Candidate {
        var status: Deployment.Status
        var event: PartialDate?
        var published: PartialDate?
        var weight: Int
        var isAdmitted: Bool

        /// The date that an end is counted from.
        var ends: PartialDate? { event ?? published }
    }

    init(_ group: DeploymentGroup, methodology: Methodology, asOf: AsOf, _ proof: Corroboration) {
        let admitted = group.told(by: proof, inOrder: { $0.rawValue < $1.rawValue }) {
            [$0.value.status]
        }.admitted()
        let candidates = group.asserted.compactMap { claim -> Candidate? in
            guard let deployment = claim.deployment else { return nil }
            let isAdmitted =
                admitted.contains(deployment.value.status) && !group.disputed.contains(claim.id)
            let now = Self.now(deployment, asOf: asOf)
            guard now != .unknown else { return nil }
            return Candidate(
                status: now,
                event: deployment.value.date,
                published: claim.source.published,
                weight: Self.weight(
                    now,
                    since: deployment.value.date ?? claim.source.published,
                    methodology,
                    asOf,
                    proof.mutation
                ),
                isAdmitted: isAdmitted
            )
        }
        let unknown = methodology.status[.unknown, default: 0]
        let told = candidates.filter(\.isAdmitted)
        let deciding =
            proof.mutation == .firstStatusStands
            ? told.first : told.max { Self.precedes($0, $1) }
        status = deciding?.status ?? .unknown
        date = deciding?.event
        lo = deciding?.weight ?? unknown
        let merelyTold = candidates.filter { !$0.isAdmitted }.map(\.weight).max() ?? 0
        let isOpen = deciding == nil || (status == .ended && deciding?.ends == nil)
        hi = isOpen ? 1000 : max(lo, merelyTold)
        if proof.mutation == .statusIgnored { lo = 1000 }
        if proof.mutation == .plannedCountsAsOperational, status == .planned { lo = 1000 }
        hi = max(hi, lo)
    }

    /// What a status is at the as-of date: an event that has not come yet is a plan.
    private static func now(_ deployment: HeldDeployment, asOf: AsOf) -> Deployment.Status {
        asOf.hasReached(deployment.value.date) || deployment.value.status == .unknown
            ? deployment.value.status : .planned
    }

    private static func precedes(_ left: Candidate, _ right: Candidate) -> Bool {
        if left.event != right.event {
            guard let first = left.event else { return true }
            guard let second = right.event else { return false }
            return first < second
        }
        if left.published != right.published {
            guard let first = left.published else { return true }
            guard let second = right.published else { return false }
            return first < second
        }
        if left.weight != right.weight { return left.weight < right.weight }
        return left.status.rawValue < right.status.rawValue
    }

    /// What a status counts; an ended system less with every year, of unknown date nothing.
    private static func weight(
        _ status: Deployment.Status,
        since end: PartialDate?,
        _ methodology: Methodology,
        _ asOf: AsOf,
        _ mutation: Mutation?
    ) -> Int {
        let full = methodology.status[status, default: 0]
        guard status == .ended, mutation != .decayIgnored else { return full }
        guard let end else { return 0 }
        let halvings = asOf.years(since: end) / methodology.endedHalfLifeYears
        return Int((Double(full) * Powers.ofOneHalf(halvings)).rounded())
    }
}

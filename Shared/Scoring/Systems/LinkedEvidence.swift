import Evidence

/// Finds the statements and incidents that are about one deployment.
///
/// A statement about its government is about the deployment when the two quotes overlap; an
/// incident also when the same body's system of the same family is named.
struct LinkedEvidence {
    let around: Surroundings
    let group: DeploymentGroup

    /// The statements, in a fixed order, each with the overlapping claims only.
    func statements() -> [ToldStatement] {
        governments.flatMap(around.statements.statements(about:)).compactMap { statement in
            guard statement.claims.contains(where: overlaps) else { return nil }
            var near = statement
            near.claims.removeAll { !overlaps($0) }
            near.isAdmitted =
                statement.isAdmitted && around.corroboration.admits(near.claims)
            return near
        }
    }

    /// The incidents, in a fixed order.
    func incidents() -> [ScoredSystem.ToldIncident] {
        var claims: [HeldClaim] = []
        for topic in incidentTopics {
            let told = around.evidence.incidents(of: topic)
            if !told.isEmpty { claims += told.filter(isHere) }
        }
        if claims.isEmpty { return [] }
        let denied = claims.filter { $0.polarity == .denied }
        let asserted = claims.filter { $0.polarity == .asserted }
        var events: [Event: [HeldClaim]] = [:]
        for claim in asserted {
            guard case .incident(let incident) = claim.content else { continue }
            let event = Event(
                kind: incident.kind.rawValue,
                date: incident.date,
                severity: incident.severity
            )
            events[event, default: []].append(claim)
        }
        return events.sorted { $0.key < $1.key }.map { event, claims in
            told(event, claims.sorted { $0.id < $1.id }, denied)
        }
    }

    private struct Event: Hashable, Comparable {
        var kind: String
        var date: PartialDate?
        var severity: Incident.Severity?

        static func < (left: Self, right: Self) -> Bool {
            func key(_ event: Self) -> (String, String, String) {
                (event.kind, event.date?.description ?? "", event.severity?.rawValue ?? "")
            }
            return key(left) < key(right)
        }
    }

    private func told(
        _ event: Event,
        _ claims: [HeldClaim],
        _ denied: [HeldClaim]
    ) -> ScoredSystem.ToldIncident {
        let against = denied.filter {
            guard case .incident(let incident) = $0.content else { return false }
            return incident.kind.rawValue == event.kind
                && (incident.date == nil || event.date == nil || incident.date == event.date)
        }
        let rule = around.methodology.incidents
        return .init(
            level: event.severity.flatMap { rule.severity[$0] } ?? rule.unknown,
            severity: event.severity,
            date: event.date,
            claims: claims.map(\.id),
            isAdmitted: around.corroboration.admits(claims)
                && !around.corroboration.disputes(against, against: claims)
        )
    }

    // MARK: - Nearness

    private var governments: [EntityID] {
        [group.recipient] + around.evidence.ancestors(of: group.recipient)
    }

    /// Whose incidents may be the deployment's: the recipient's, its place's, its suppliers'.
    ///
    /// Each once, in no order that matters.
    private var incidentTopics: [EntityID] {
        var topics = governments
        for claim in group.asserted {
            guard let deployment = claim.deployment?.value else { continue }
            for party in deployment.suppliers where !topics.contains(party) {
                topics.append(party)
            }
            for party in deployment.operators where !topics.contains(party) {
                topics.append(party)
            }
        }
        return topics
    }

    private func isHere(_ claim: HeldClaim) -> Bool {
        guard
            case .incident(let incident) = claim.content,
            around.asOf.hasReached(claim.source.published), around.asOf.hasReached(incident.date)
        else { return false }
        if overlaps(claim) { return true }
        guard incident.subject == group.recipient, let category = incident.category else {
            return false
        }
        return group.asserted.contains {
            $0.deployment.map { isOneFamily($0.value.category, category) } ?? false
        }
    }

    private func isOneFamily(_ left: SystemCategory, _ right: SystemCategory) -> Bool {
        left == right
            || around.methodology.categoryFamilies.contains {
                $0.contains(left) && $0.contains(right)
            }
    }

    private func overlaps(_ claim: HeldClaim) -> Bool {
        group.asserted.contains {
            $0.quote.document == claim.quote.document
                && $0.quote.range.overlaps(claim.quote.range)
        }
    }
}

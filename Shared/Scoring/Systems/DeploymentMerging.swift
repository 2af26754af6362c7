import Evidence

/// Puts claims of many documents together into deployments.
///
/// Claims with one recipient that tell of the same system are components of ``DeploymentTest``.
/// Where the recipient of one lies within that of another, they stay apart: the outer is an
/// umbrella whose existence its parts vouch for. A denial joins nothing; it stands against the
/// claims that it would be one deployment with.
struct DeploymentMerging {
    let test: DeploymentTest
    let corroboration: Corroboration
    /// The corporate parent of a party.
    let parent: (EntityID) -> EntityID
    /// What a recipient lies in, nearest first.
    let ancestors: (EntityID) -> [EntityID]

    /// One claim with what is compared of it.
    struct Row {
        let claim: HeldClaim
        let recipient: EntityID
        let features: DeploymentTest.Features
    }

    /// A deployment with its claims as they are compared.
    struct Merged {
        var group: DeploymentGroup
        let rows: [Row]
        /// Where it stands among its recipient's.
        let place: Int
        /// Whether other recipients' claims bear on it: a denial, or a part that vouches for it.
        var isTouched = false
    }

    /// What is told about one recipient's own systems.
    struct Told {
        var merged: [Merged] = []
        var denied: [Row] = []
    }

    /// Parts the claims of one recipient by deployment.
    func told(by claims: [HeldClaim]) -> Told {
        var told = Told()
        var asserted: [Row] = []
        for claim in claims {
            guard let deployment = claim.deployment else { continue }
            let row = Row(
                claim: claim,
                recipient: deployment.value.recipient,
                features: test.features(of: deployment, parent: parent)
            )
            let isAsserted =
                claim.polarity == .asserted || corroboration.mutation == .denialsCount
            if isAsserted { asserted.append(row) } else { told.denied.append(row) }
        }
        guard let recipient = asserted.first?.recipient else { return told }
        told.merged = parted(asserted).enumerated().map { place, rows in
            let group = DeploymentGroup(recipient: recipient, asserted: rows.map(\.claim))
            return Merged(group: group, rows: rows, place: place)
        }
        return told
    }

    /// The deployments of several recipients together, in the order of their ids.
    func deployments(_ recipients: [Told]) -> [Merged] {
        var merged = recipients.flatMap(\.merged).sorted { $0.group.id < $1.group.id }
        let denied = recipients.flatMap(\.denied)
        if !denied.isEmpty { dispute(&merged, by: denied) }
        linkParts(&merged)
        return merged
    }

    // MARK: - Same recipient

    /// The claims of one recipient by deployment.
    ///
    /// Claims that would be admitted alone make the deployments. Weaker ones join nothing to each
    /// other's deployments: they speak for each that they would be one with, and make one of their
    /// own where there is none, or where they are admitted together.
    private func parted(_ rows: [Row]) -> [[Row]] {
        let isFirm = rows.map {
            corroboration.mutation == .weakClaimsJoin || corroboration.admits($0.claim)
        }
        let firm = rows.indices.filter { isFirm[$0] }.map { rows[$0] }
        let weak = rows.indices.filter { !isFirm[$0] }.map { rows[$0] }
        var groups = components(of: firm).map { $0.map { firm[$0] } }
        guard !weak.isEmpty else { return groups }
        let made = groups.count
        for members in components(of: weak) {
            let own = members.map { weak[$0] }
            let alike = groups.indices.prefix(made).filter { isAnySame(groups[$0], own) }
            for index in alike { groups[index] += own }
            if alike.isEmpty || corroboration.admits(own.map(\.claim)) { groups.append(own) }
        }
        return groups
    }

    /// The components among the claims of one recipient, found by bucket instead of by pair.
    private func components(of rows: [Row]) -> [[Int]] {
        if rows.count < 2 { return rows.indices.map { [$0] } }
        var components = Components(count: rows.count)
        var buckets: [Bucket: [Int]] = [:]
        var unnamed: [Int: [Int]] = [:]
        var families: [Int: [Int]] = [:]
        for (index, row) in rows.enumerated() {
            families[row.features.family, default: []].append(index)
            if row.features.parties.isEmpty || row.features.isOther {
                unnamed[row.features.family, default: []].append(index)
            }
            guard !row.features.isOther else { continue }
            for party in row.features.parties {
                let bucket = Bucket(family: row.features.family, party: party)
                buckets[bucket, default: []].append(index)
            }
        }
        for members in buckets.values { joinByDate(members, rows, &components) }
        for (family, loose) in unnamed {
            for left in loose {
                for right in families[family] ?? [] where right != left {
                    if test.isSame(rows[left].features, rows[right].features) {
                        components.join(left, right)
                    }
                }
            }
        }
        return components.members
    }

    private struct Bucket: Hashable {
        var family: Int
        var party: EntityID
    }

    /// Joins what lies within the window: neighbours in time suffice; what has no date fits all.
    private func joinByDate(_ members: [Int], _ rows: [Row], _ components: inout Components) {
        let dated = members.filter { rows[$0].features.day != nil }
            .sorted { (rows[$0].features.day ?? 0) < (rows[$1].features.day ?? 0) }
        if dated.count < members.count, let first = members.first {
            for member in members { components.join(first, member) }
            return
        }
        for (left, right) in zip(dated, dated.dropFirst())
        where test.isWithinWindow(rows[left].features.day, rows[right].features.day) {
            components.join(left, right)
        }
    }

    // MARK: - Denials

    private func dispute(_ merged: inout [Merged], by denied: [Row]) {
        for index in merged.indices {
            var denials: [HeldClaim] = []
            var struck: [HeldClaim] = []
            for row in merged[index].rows {
                let against = denied.filter { denial in
                    isOfOneGovernment(denial.recipient, row.recipient)
                        && test.isSame(denial.features, row.features)
                }
                if !against.isEmpty { struck.append(row.claim) }
                denials += against.map(\.claim)
            }
            guard !struck.isEmpty else { continue }
            let distinct = Dictionary(denials.map { ($0.id, $0) }) { first, _ in first }
                .values.sorted { $0.id < $1.id }
            merged[index].group.denied = distinct
            merged[index].isTouched = true
            if corroboration.disputes(distinct, against: struck) {
                merged[index].group.disputed = Set(struck.map(\.id))
            }
        }
    }

    private func isOfOneGovernment(_ left: EntityID, _ right: EntityID) -> Bool {
        left == right || ancestors(left).contains(right) || ancestors(right).contains(left)
    }

    // MARK: - Umbrellas

    /// Finds for each deployment those of inner recipients that tell of a part of it.
    private func linkParts(_ merged: inout [Merged]) {
        let recipients = Set(merged.map(\.group.recipient))
        guard recipients.count > 1 else { return }
        let above = Dictionary(
            uniqueKeysWithValues: recipients.map { recipient in
                (recipient, ancestors(recipient).filter(recipients.contains))
            }
        )
        let outers = Set(above.values.joined())
        guard !outers.isEmpty else { return }
        var outer: [Int: [Int]] = [:]
        for (index, entry) in merged.enumerated() where outers.contains(entry.group.recipient) {
            for key in Self.keys(of: entry.rows) { outer[key, default: []].append(index) }
        }
        for inner in merged.indices {
            guard let above = above[merged[inner].group.recipient], !above.isEmpty else { continue }
            let umbrellas = candidates(for: merged[inner], in: outer).filter { umbrella in
                above.contains(merged[umbrella].group.recipient)
                    && isAnySame(merged[umbrella].rows, merged[inner].rows)
            }
            for umbrella in umbrellas {
                let part = merged[inner].group
                merged[umbrella].group.vouching += part.undisputed
                merged[umbrella].isTouched = true
                guard corroboration.admits(part.undisputed) else { continue }
                merged[umbrella].group.parts.append(part.id)
            }
        }
    }

    /// What may be an umbrella of a deployment, in order.
    private func candidates(for entry: Merged, in outer: [Int: [Int]]) -> [Int] {
        var found: [Int] = []
        for key in Self.keys(of: entry.rows) {
            for index in outer[key] ?? [] where !found.contains(index) { found.append(index) }
        }
        return found.sorted()
    }

    /// Numbers that two deployments have in common where claims of both share a family and a party.
    private static func keys(of rows: [Row]) -> [Int] {
        guard rows.count > 1 else { return rows.first?.features.keys ?? [] }
        return Set(rows.flatMap(\.features.keys)).sorted()
    }

    private func isAnySame(_ left: [Row], _ right: [Row]) -> Bool {
        left.contains { one in right.contains { test.isSame(one.features, $0.features) } }
    }
}

import Evidence

/// Where in a list of deployments one may be that another passage tells of again.
///
/// Of many that are alike only the first and the last are looked at, so that a document that
/// tells thousands of deals is not read a thousand times.
struct ToldDeals {
    private struct Kind: Hashable {
        var recipient: EntityID
        var category: SystemCategory
        /// `nil` for those without suppliers.
        var supplier: EntityID?
    }

    private var byKind: [Kind: [Int]] = [:]
    private var byBuyer: [Kind: [Int]] = [:]
    private var byBlock: [Int: [Int]] = [:]

    /// How many of those that are alike are looked at, at either end.
    private static let reach = 40

    /// Keeps in which block a new one stands.
    mutating func add(_ place: Int, in block: Int) { byBlock[block, default: []].append(place) }

    /// Keeps what a deployment is like, of which `new` was told last.
    mutating func note(_ place: Int, _ new: Deployment, as deployment: Deployment) {
        var kind = Kind(recipient: deployment.recipient, category: deployment.category)
        Self.insert(place, into: &byBuyer[kind, default: []])
        if deployment.suppliers.isEmpty {
            Self.insert(place, into: &byKind[kind, default: []])
        }
        for supplier in new.suppliers + deployment.suppliers.prefix(Self.reach) {
            kind.supplier = supplier
            Self.insert(place, into: &byKind[kind, default: []])
        }
    }

    /// Those for the same buyer and of the same kind that share a supplier or have none.
    func like(_ deployment: Deployment) -> [Int] {
        var kind = Kind(recipient: deployment.recipient, category: deployment.category)
        if deployment.suppliers.isEmpty { return Self.ends(of: byBuyer[kind] ?? []) }
        var found = Self.ends(of: byKind[kind] ?? [])
        for supplier in deployment.suppliers {
            kind.supplier = supplier
            found += Self.ends(of: byKind[kind] ?? [])
        }
        return found.sorted()
    }

    /// Those told in the same block, the one before or the document's first.
    func near(_ draft: Draft) -> [Int] {
        let blocks = Set([0, 1, 2, draft.block - 1, draft.block])
        return blocks.flatMap { (byBlock[$0] ?? []).suffix(Self.reach) }.sorted()
    }

    private static func ends(of places: [Int]) -> [Int] {
        places.count <= 2 * reach ? places : places.prefix(reach) + places.suffix(reach)
    }

    private static func insert(_ place: Int, into places: inout [Int]) {
        let at = slot(of: place, in: places)
        if at == places.count || places[at] != place { places.insert(place, at: at) }
    }

    private static func slot(of place: Int, in places: [Int]) -> Int {
        var low = 0
        var high = places.count
        while low < high {
            let middle = (low + high) / 2
            if places[middle] < place { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension Deployment {
    /// Whether one only tells who pays for what another says who supplies: the status of a loan
    /// is not that of the contract.
    func addsPayers(to other: Deployment) -> Bool {
        suppliers.isEmpty && operators.isEmpty && donors.isEmpty && !financiers.isEmpty
            && !other.suppliers.isEmpty
    }
}

import Evidence

/// One party's hold on another, at the as-of date.
struct OwnershipEdge: Hashable {
    var holder: EntityID
    var strength: Strength
    /// The share, in thousandths, where told.
    var share: Int?
    var since: PartialDate?
    /// Whether it ends what others decided before.
    var isAcquisition = false
    var claims: [ClaimID]

    /// How firm a hold is; `special` and up is decisive influence.
    enum Strength: Int, Hashable, Comparable {
        case none
        case smallMinority
        case jointVenture
        case largeMinority
        case special
        case majority
        case sole

        static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

        /// The level on D1's ladder.
        var level: Int { [0, 1, 1, 2, 2, 3, 4][rawValue] }

        var isDecisive: Bool { self >= .special }

        /// Whether the holder and nobody else decides.
        var isControl: Bool { self >= .majority }

        /// By a share in thousandths.
        init(share: Int) {
            switch share {
            case ..<250: self = .smallMinority
            case ..<500: self = .largeMinority
            case ..<995: self = .majority
            default: self = .sole
            }
        }
    }
}

extension OwnershipEdge {
    /// An edge from an entity's own record.
    init(_ holding: Holding) {
        let share = holding.share.map(Methodology.thousandths)
        let strength: Strength =
            switch holding.means {
            case .sole: .sole
            case .majority: share.map { max(.majority, Strength(share: $0)) } ?? .majority
            case .minority: share.map(Strength.init(share:)) ?? .smallMinority
            case .specialRights: .special
            case .jointVenture:
                share.map { max(.jointVenture, Strength(share: $0)) }
                    ?? .jointVenture
            }
        self.init(
            holder: holding.holder,
            strength: strength,
            share: share,
            since: holding.since,
            claims: []
        )
    }

    /// An edge from what documents say; `nil` for ties that are no hold.
    init?(_ relation: Relation, claims: [ClaimID]) {
        let share = relation.share.map(Methodology.thousandths)
        var strength: Strength
        var holder = relation.from
        switch relation.kind {
        case .ownsStake, .investsIn:
            strength = share.map(Strength.init(share:)) ?? .smallMinority
        case .controls, .acquires:
            strength = share.map { max(.majority, Strength(share: $0)) } ?? .majority
        case .subsidiaryOf:
            strength = share.map { max(.majority, Strength(share: $0)) } ?? .majority
            holder = relation.to
        case .jointVenture:
            strength = .jointVenture
        default:
            return nil
        }
        if relation.hasSpecialRights { strength = max(strength, .special) }
        self.init(
            holder: holder,
            strength: strength,
            share: share,
            since: relation.date,
            isAcquisition: relation.kind == .acquires,
            claims: claims
        )
    }
}

/// A tie between two parties.
package struct Relation: Codable, Hashable, Sendable {
    package var kind: Kind
    package var from: EntityID
    package var to: EntityID
    /// The share it is about, 0…1.
    package var share: Double?
    package var amount: Money?
    package var date: PartialDate?
    /// Whether special rights (a golden share, a veto, board seats) are stated.
    package var hasSpecialRights: Bool

    package init(
        kind: Kind,
        from: EntityID,
        to: EntityID,
        share: Double? = nil,
        amount: Money? = nil,
        date: PartialDate? = nil,
        hasSpecialRights: Bool = false
    ) {
        self.kind = kind
        self.from = from
        self.to = to
        self.share = share
        self.amount = amount
        self.date = date
        self.hasSpecialRights = hasSpecialRights
    }

    package enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
        case ownsStake = "owns-stake"
        case controls
        case subsidiaryOf = "subsidiary-of"
        case jointVenture = "joint-venture"
        case investsIn = "invests-in"
        case partnersWith = "partners-with"
        case acquires, regulates, funds, employs
        case locatedIn = "located-in"
        case partOf = "part-of"
        case competesWith = "competes-with"
    }
}

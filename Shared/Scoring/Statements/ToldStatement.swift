import Evidence

/// What is said of a government or a supplier, by one or several claims.
struct ToldStatement {
    var kind: Statement.Kind
    var subject: EntityID
    var counterpart: EntityID?
    /// The functions it is about; `nil` for all.
    var functions: Set<GovernmentFunction>?
    /// In the order of their ids.
    var claims: [HeldClaim]
    /// Admitted and undisputed.
    var isAdmitted: Bool

    var claimIDs: [ClaimID] { claims.map(\.id) }
}

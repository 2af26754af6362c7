/// A rule broken on purpose, so that a test can show that it would notice.
///
/// Nothing but tests chooses one; the engine without one is the product.
package enum Mutation: Sendable, Hashable, CaseIterable {
    case cellsAdd
    case cellsAverage
    case statusIgnored
    case plannedCountsAsOperational
    case reachIgnored
    case rumoursAdmitted
    case denialsIgnored
    case everyClaimIndependent
    case confidenceScales
    case unknownCountsAsMild
    case worstIgnoresUnknown
    case homeIgnored
    case jurisdictionHasConstant
    case lawsIgnored
    case ownershipIgnored
    case ownershipNotTransitive
    case ownershipDatesIgnored
    case withheldForgotten
    case vendorsOwnCounts
    case otherGovernmentsCount
    case safeguardsIgnored
    case plannedSafeguardsCount
    case firstStatusStands
    case lockInReadsNationality
    case tiesUnshared
    case duplicatesCount
    case decayIgnored
    case weightsUneven
    case floorIgnoresUnknown
    case stateMergesSuppliers
    case mildestLevelStands
    case functionsIgnored
    case dominanceByScore
    case functionsVoteAlike
    case lostMajoritiesForgotten
    case mildestFunctionCounts
    case totalOrderIsFirst
    case ownersChangeUnnoticed
    case placesChangeUnnoticed
}

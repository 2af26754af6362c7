/// What a word or phrase is good for when names are looked for; see `Data/names.yaml`.
enum LexicalClass: UInt8, CaseIterable, Sendable {
    case bodyHead, organizationHead, financierHead, policyHead, eventHead, mediaTail, companyTail
    case roleNoun, rolePlural, listWord, byline, companyFrame, personTitle, personRole, speechVerb
    case nameParticle, governmentWord, territoryTail, placeRank, zhQuotedFirm
    case dealLink, dealCue, dealHanded, dealDeed, dealAuxiliary
    case policyVerb, policyNoun, betweenWord, placeBefore, clauseWord
    case organizationRole, bodyRole, utilityRole, systemNoun, callWord, seatWord, settlementNoun,
        stakeNoun
    case businessVerb, dealNoun, dealJoin, staffNoun, termAcronym, stateDeed, givingVerb
    case stopCapital, weakCapital, connector, nameModifier, month, weekday, definesAs
    case zhCompanySuffix, zhCompanyTail, zhFinancierSuffix, zhBodySuffix, zhBodyShort
    case zhOrganizationSuffix, zhMediaSuffix, zhPolicySuffix, zhEventSuffix, zhTerritorySuffix
    case zhNoTerritory, zhRole, zhStop, zhWord, zhGeneric,
        zhCommonWord
    case zhPersonTitle, zhSurname, zhDefinesAs, zhPolicyVerb, zhCompanyFrame
    case leadingBody, leadingSchool, leadingCompany, leadingFinancier, leadingAdjective, leadingLink
    case placeTitle, taskBeforePlace, stateCompany, companyPlural, honour, publicHead
    case zhStateCompany, divisionWord, localBody, zhDivision, zhOperator
    case zhTrade, zhLegalSuffix, zhNoName, zhJoint, zhOpenBody, zhNoBody
    case zhSlot, zhSlotEnd, zhNoSlot, zhOf, zhSlotBuy, zhSchool, zhBranch
    case zhDealBefore, zhPlain, zhCalled, zhCounted, zhBrandTail
    case zhNumber, zhCounter, zhPeopleCounter, zhRank
    case zhNoSide, zhFounded, zhBranchName, zhSoleBody, zhEveryday, zhLocalGeneric
    case currencyWord, unitTail, bodyTitle, fundingWord, legalPrefix, firmAddress
    case zhSpelling, zhByline, zhAddress

    @inline(__always)
    var bit: LexicalClasses { LexicalClasses(rawValue: 1 << UInt128(rawValue)) }

    /// The class that a file calls so; `nil` where none is.
    init?(named name: String) {
        guard let found = Self.allCases.first(where: { "\($0)" == name }) else { return nil }
        self = found
    }
}

/// A set of classes.
struct LexicalClasses: OptionSet, Hashable, Sendable {
    let rawValue: UInt128

    func contains(_ member: LexicalClass) -> Bool { contains(member.bit) }

    /// Every head that makes a name of an organization of some kind.
    static let heads: LexicalClasses = [
        LexicalClass.bodyHead.bit, LexicalClass.organizationHead.bit,
        LexicalClass.financierHead.bit, LexicalClass.policyHead.bit, LexicalClass.eventHead.bit,
    ]
}

import Evidence
import Scoring

/// Builds the parts of a subject's page, numbering the quotes as it goes.
struct SubjectPageBuilder {
    let detail: SubjectDetail
    let methodology: Methodology
    /// What each deployment is called on the page, by id.
    let deploymentNames: [String: String]
    /// Where each deployment stands on the page, by id.
    let anchors: [String: String]
    var register: QuoteRegister
    private let claimsByID: [ClaimID: Claim]

    init(_ detail: SubjectDetail, methodology: Methodology) {
        self.detail = detail
        self.methodology = methodology
        let deployments = detail.assessment.deployments
        let claims = Dictionary(detail.claims.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        claimsByID = claims
        deploymentNames = Dictionary(
            deployments.map {
                ($0.id, $0.kind == .statement ? "what is said of it" : $0.name(in: claims))
            },
            uniquingKeysWith: { $1 }
        )
        anchors = Dictionary(
            deployments.enumerated().map { ($1.id, "d\($0 + 1)") },
            uniquingKeysWith: { $1 }
        )
        register = QuoteRegister(
            claims: detail.claims,
            documents: detail.documents,
            names: detail.names
        )
    }

    var jurisdiction: LinkView? {
        guard let jurisdiction = detail.entity.jurisdiction else { return nil }
        let country = EntityID.country(jurisdiction)
        return country == detail.entity.id ? nil : link(country)
    }

    func link(_ id: EntityID) -> LinkView {
        LinkView(label: detail.names[id.rawValue] ?? id.rawValue, href: Links.entity(id))
    }

    func title(_ factor: Factor) -> String {
        methodology.factors[factor]?.name ?? factor.rawValue
    }

    /// What a level of a factor means.
    func meaning(_ factor: Factor, _ level: Int) -> String? {
        guard let ladder = methodology.factors[factor]?.ladder, ladder.indices.contains(level)
        else { return nil }
        return ladder[level]
    }

    /// Claims that are about the subject's systems and are not scored.
    mutating func contextLines() -> [SubjectPage.ContextLine] {
        let wording = ClaimWording(names: detail.names)
        return detail.assessment.context.compactMap { id in
            guard let claim = claimsByID[id] else { return nil }
            return SubjectPage.ContextLine(
                claimText: wording.text(claim),
                marks: register.marks([id])
            )
        }
    }

    /// What was published before, with the quotes of the claims that moved it and still stand.
    mutating func historyLines(_ items: [HistoryItem]) -> [HistoryView] {
        items.map { item in
            let standing = (item.change?.movingClaims ?? []).filter { claimsByID[$0] != nil }
            return HistoryView(item, marks: register.marks(standing))
        }
    }
}

import Contracts
import Evidence

/// Someone or something: what is known of it, whom it supplies and where it is spoken of.
struct EntityPage {
    var entityName: String
    var entityID: String
    var kindText: String
    var names: [NameView]
    var jurisdiction: LinkView?
    var isControlKnown: Bool
    var place: LinkView?
    var identifiers: [IdentifierView]
    var holdings: [HoldingView]
    var curation: String
    /// As whom it is counted, where judgements merged it.
    var survivor: LinkView?
    /// Those that judgements count as this one.
    var merged: [LinkView]
    var candidates: [CandidateView]
    var hasCandidates: Bool
    var subjectHref: String?
    var governments: [GovernmentView]
    var hasGovernments: Bool
    var quotes: [QuoteView]
    var quotesText: String
    var apiHref: String

    /// Whom it may be, for people to judge.
    struct CandidateView {
        var candidate: LinkView
        var score: String
        var reasons: String
    }

    struct NameView {
        var languageTag: String
        var localName: String
    }

    struct IdentifierView {
        var scheme: String
        var identifier: String
    }

    struct HoldingView {
        var holder: LinkView
        var means: String
        var share: String
        var period: String
        var sourceText: String
    }

    /// A government that it supplies, runs systems for or finances.
    struct GovernmentView {
        var government: LinkView
        var systems: [SystemView]
    }

    struct SystemView {
        var systemText: String
        var marks: [QuoteRegister.Mark]
    }
}

extension EntityPage {
    init(_ detail: EntityDetail, supplies: SupplierDetail?) {
        let entity = detail.entity
        let allNames = detail.names.merging(supplies?.names ?? [:]) { first, _ in first }
        func link(_ id: EntityID) -> LinkView {
            LinkView(label: allNames[id.rawValue] ?? id.rawValue, href: Links.entity(id))
        }
        entityName = entity.name
        entityID = entity.id.rawValue
        kindText = Wording.words(entity.kind.rawValue)
        names = entity.localNames.sorted { $0.key < $1.key }
            .map { NameView(languageTag: $0.key, localName: $0.value) }
        jurisdiction = entity.jurisdiction.map { EntityID.country($0) }
            .flatMap { $0 == entity.id ? nil : link($0) }
        isControlKnown = entity.jurisdiction != nil
        place = entity.within.map(link)
        identifiers = entity.identifiers.sorted { $0.key < $1.key }
            .map { IdentifierView(scheme: $0.key, identifier: $0.value) }
        holdings = entity.holdings.map { HoldingView($0, holder: link($0.holder)) }
        curation =
            entity.isCurated
            ? "From a data file that a person vouches for." : "Derived from the documents."
        survivor = detail.mergedInto.map(link)
        merged = detail.merged.map(link)
        candidates = detail.candidates.map { candidate in
            CandidateView(
                candidate: link(candidate.entity),
                score: Figure.oneDecimal(candidate.score * 100) + " %",
                reasons: candidate.reasons.joined(separator: "; ")
            )
        }
        hasCandidates = !candidates.isEmpty
        subjectHref = detail.isScored ? Links.subject(entity.id) : nil
        var register = QuoteRegister(
            claims: detail.claims,
            documents: detail.documents,
            names: allNames
        )
        let wording = ClaimWording(names: allNames)
        governments = (supplies?.governments ?? []).map { government in
            GovernmentView(
                government: LinkView(
                    label: government.name,
                    href: Links.subject(government.subject)
                ),
                systems: government.claims.map { claim in
                    SystemView(
                        systemText: wording.text(claim),
                        marks: register.marks([claim.id])
                    )
                }
            )
        }
        hasGovernments = !governments.isEmpty
        _ = register.marks(detail.claims.map(\.id))
        quotes = register.quotes
        quotesText =
            quotes.count < detail.claimCount
            ? "\(quotes.count) of \(Wording.count(detail.claimCount, "claim"))"
            : Wording.count(detail.claimCount, "claim")
        apiHref = "/api/v1" + Links.entity(entity.id)
    }
}

extension EntityPage.HoldingView {
    init(_ holding: Holding, holder: LinkView) {
        self.holder = holder
        means = Wording.words(holding.means.rawValue)
        share = holding.share.map { Figure.oneDecimal($0 * 100) + " %" } ?? "unknown"
        let since = holding.since.map { "since \($0)" }
        let until = holding.until.map { "until \($0)" }
        period = [since, until].compactMap(\.self).joined(separator: ", ")
        sourceText = holding.source ?? ""
    }
}

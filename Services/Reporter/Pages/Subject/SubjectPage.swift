import Evidence
import GRDB
import Scoring

/// One government: both scores, and everything that they rest on down to the sentence.
struct SubjectPage {
    var subjectName: String
    var localNames: String
    var kindText: String
    var entityHref: String
    var jurisdiction: LinkView?
    var rankText: String
    var isRanked: Bool
    var asOfText: String
    var isPublished: Bool
    var methodologyVersion: String
    var profileTitle: String
    var profiles: [ProfileOption]
    var dimensions: [DimensionView]
    var deployments: [DeploymentView]
    var omittedText: String?
    var statements: [DeploymentView]
    var unknown: UnknownView
    var sovereignty: [SovereigntyView]
    var context: [ContextLine]
    var history: [HistoryView]
    var historyHref: String
    var alerts: [AlertView]
    var quotes: [QuoteView]
    var apiHref: String

    /// A weight profile that can be chosen.
    struct ProfileOption {
        var profileName: String
        var profileLabel: String
        var isSelected: Bool
    }

    /// 100 − D under one weight profile.
    struct SovereigntyView {
        var weightsTitle: String
        var atBest: String
        var atWorst: String
    }

    /// A claim that is shown and not scored.
    struct ContextLine {
        var claimText: String
        var marks: [QuoteRegister.Mark]
    }
}

extension SubjectPage {
    /// What was published of the government so far, and what is warned of.
    struct Past: Sendable {
        var history: [HistoryItem]
        var alerts: [AlertItem]

        static func read(_ id: EntityID, _ db: Database) throws -> Past {
            var parameters = ListParameters<HistoryList>()
            parameters.limit = HistoryView.listedMax
            parameters.conditions = [SQL("scoreHistory.subject = \(id.rawValue)")]
            return Past(
                history: try HistoryList.page(parameters, db).items,
                alerts: try AlertList.open(of: id, limit: AlertView.listedMax, db)
            )
        }
    }

    init(
        _ detail: SubjectDetail,
        past: Past,
        methodology: Methodology,
        isPublished: Bool
    ) {
        let assessment = detail.assessment
        var builder = SubjectPageBuilder(detail, methodology: methodology)
        subjectName = detail.entity.name
        localNames = detail.entity.localNames.sorted { $0.key < $1.key }.map(\.value)
            .joined(separator: " · ")
        kindText = Wording.words(detail.entity.kind.rawValue)
        entityHref = Links.entity(detail.entity.id)
        jurisdiction = builder.jurisdiction
        isRanked = detail.rank != nil
        rankText = detail.rank.map(String.init) ?? ""
        asOfText = assessment.asOf.description
        self.isPublished = isPublished
        methodologyVersion = assessment.methodology
        profileTitle = methodology.profiles[assessment.profile]?.title ?? assessment.profile
        profiles = methodology.profiles.sorted { $0.key < $1.key }.map { name, profile in
            ProfileOption(
                profileName: name,
                profileLabel: profile.title,
                isSelected: name == assessment.profile
            )
        }
        dimensions = Dimension.allCases.map { builder.dimension($0) }
        deployments = builder.deployments(.deployment)
        omittedText =
            assessment.omittedDeployments > 0
            ? Wording.count(assessment.omittedDeployments, "more deployment") : nil
        statements = builder.deployments(.statement)
        unknown = UnknownView(assessment, methodology: methodology, names: builder.deploymentNames)
        sovereignty = assessment.sovereignty.map { score in
            SovereigntyView(
                weightsTitle: methodology.profiles[score.profile]?.title ?? score.profile,
                atBest: Figure.oneDecimal(score.evidenced),
                atWorst: Figure.oneDecimal(score.lo)
            )
        }
        context = builder.contextLines()
        history = builder.historyLines(past.history)
        alerts = past.alerts.map { AlertView($0) }
        quotes = builder.register.quotes
        apiHref = "/api/v1" + Links.subject(detail.entity.id)
        historyHref = apiHref + "/history"
    }
}

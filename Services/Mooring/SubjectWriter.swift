import Evidence
import Scoring

/// Writes one government's scores with what they rest on, for a terminal or in Markdown.
struct SubjectWriter {
    private let detail: SubjectDetail
    private let isMarkdown: Bool
    private let claims: [ClaimID: Claim]

    init(_ detail: SubjectDetail, isMarkdown: Bool) {
        self.detail = detail
        self.isMarkdown = isMarkdown
        claims = Dictionary(
            detail.claims.map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    var text: String {
        let assessment = detail.assessment
        let rank = detail.rank.map { "rank \($0)" } ?? "not ranked: insufficient evidence"
        return heading(detail.entity.name, 1)
            + "\(rank) · as of \(assessment.asOf) · methodology \(assessment.methodology)\n\n"
            + section("Data-sovereignty exposure (D)", assessment.dataSovereignty)
            + section("Lock-in exposure (L)", assessment.lockIn)
            + deployments
    }

    // MARK: - Scores

    private func section(_ title: String, _ score: Score) -> String {
        let isKnown = score.coverage > 0 || score.evidenced > 0
        let evidenced = isKnown ? RankingTable.number(score.evidenced) : "unknown: nothing"
        let figures = [
            "\(evidenced) evidenced, at most \(RankingTable.number(score.hi))",
            "coverage \(RankingTable.percent(score.coverage))",
            "intensity \(score.intensity.map(RankingTable.number) ?? "unknown")",
            "floor \(score.floor?.label ?? "none")",
        ]
        let parts = score.contributions.sorted { $0.points > $1.points }
        return heading(title, 2) + figures.joined(separator: " · ") + "\n\n"
            + parts.map(line).joined() + (parts.isEmpty ? "" : "\n")
    }

    private func line(_ part: Contribution) -> String {
        let factors = part.factors.sorted { $0.points > $1.points }.prefix(4).map { factor in
            "\(factor.factor.rawValue) \(RankingTable.number(factor.points))"
        }
        let name = part.function?.rawValue ?? "all deployments together"
        return item(
            "\(RankingTable.number(part.points))  \(name)  (\(factors.joined(separator: ", ")))"
        )
    }

    // MARK: - Deployments

    private var deployments: String {
        heading("What it rests on", 2)
            + detail.assessment.deployments.map(deployment).joined(separator: "\n")
    }

    private func deployment(_ deployment: AssessedDeployment) -> String {
        let roles: [(String, [EntityID])] = [
            ("supplied by", deployment.suppliers), ("run by", deployment.operators),
            ("paid by", deployment.financiers), ("given by", deployment.donors),
        ]
        var facts = roles.compactMap { role, parties in
            parties.isEmpty
                ? nil : "\(role) \(parties.map(detail.name).joined(separator: ", "))"
        }
        if deployment.isSupplierWithheld { facts.append("supplier withheld") }
        facts.append(deployment.status.rawValue)
        facts.append(deployment.isEvidenced ? "" : "not evidenced: counts in the upper end only")
        let levels = deployment.levels.filter(\.isKnown).map { level in
            "\(level.factor.rawValue)=\(level.lo)"
        }
        return heading(deployment.name(in: claims), 3)
            + facts.filter { !$0.isEmpty }.joined(separator: " · ") + "\n"
            + (levels.isEmpty ? "" : "levels \(levels.joined(separator: " "))\n")
            + deployment.claims.compactMap { claims[$0] }.map(quote).joined()
    }

    private func quote(_ claim: Claim) -> String {
        let document = detail.documents[claim.quote.document.rawValue]
        let title = document?.title ?? document?.origin ?? claim.quote.document.rawValue
        let grade = "\(claim.source.reliability.rawValue)\(claim.source.credibility)"
        let words = claim.quote.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let source = [claim.source.publisher, claim.source.published?.description, grade]
            .compactMap(\.self).joined(separator: ", ")
        return isMarkdown
            ? "> \(words)\n>\n> — \(title) (\(source))\n\n"
            : "    “\(words)”\n      — \(title) (\(source))\n"
    }

    // MARK: - Form

    private func heading(_ text: String, _ level: Int) -> String {
        if isMarkdown { return String(repeating: "#", count: level) + " \(text)\n\n" }
        let rule = level == 1 ? "=" : "-"
        return level > 2
            ? "\(text)\n" : "\(text)\n\(String(repeating: rule, count: text.count))\n"
    }

    private func item(_ text: String) -> String {
        isMarkdown ? "- \(text)\n" : "  \(text)\n"
    }
}

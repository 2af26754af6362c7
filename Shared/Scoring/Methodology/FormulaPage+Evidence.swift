import Evidence

/// The sections about what makes levels, reach and status of the evidence.
extension FormulaPage {
    static func deployments(_ methodology: Methodology, _ formula: Formula) -> Section {
        func rows(_ rows: [Formula.Row]) -> [[String]] {
            rows.map { [words($0.name), CanonicalJSON.format($0.value)] }
        }
        let categories = SystemCategory.allCases.map { category -> [String] in
            let row = methodology.categories[category]
            return [
                words(category.rawValue),
                (row?.functions ?? []).map { words($0.rawValue) }.joined(separator: ", "),
                (row?.layers ?? []).map { words($0.rawValue) }.joined(separator: ", "),
            ]
        }
        return Section(
            heading: "Deployments",
            paragraphs: [
                "An ended system counts half as much every"
                    + " \(CanonicalJSON.format(methodology.endedHalfLifeYears)) years. What is said of"
                    + " a government as a whole counts as a deployment of reach"
                    + " \(thousandths(methodology.subjectReach)). Claims with one recipient, a system"
                    + " of one family and a common party tell of one deployment where their events lie"
                    + " within \(CanonicalJSON.format(methodology.merging.windowYears)) years."
            ],
            tables: [
                Table(caption: "Reach r", columns: ["reach", "r"], rows: rows(formula.reaches)),
                Table(caption: "Status s", columns: ["status", "s"], rows: rows(formula.statuses)),
                Table(
                    caption: "What a category means where the text does not say",
                    columns: ["category", "functions", "layers"],
                    rows: categories
                ),
            ]
        )
    }

    static func evidence(_ methodology: Methodology) -> Section {
        let fields: [[String]] = [
            ["supplier, operator and who owns them", "D1, D3; D2 by the table of laws"],
            ["operation by the vendor", "D6, L6"],
            ["place of hosting, keys", "D4"],
            ["financier, donor", "D7; L5 3 where donated, 4 where tied"],
            ["award", "L5"],
            ["layers of the stack", "L2"],
            ["term of the contract or loan", "L7"],
            [
                "supplier withheld",
                "D1 \(methodology.withheld.control), L5 \(methodology.withheld.award)",
            ],
            ["incident, with a foreign party present", "D8 \(incidents(methodology.incidents))"],
        ]
        let statements = Statement.Kind.allCases.map { kind in
            [words(kind.rawValue), effect(methodology.statements[kind])]
        }
        return Section(
            heading: "From evidence to levels",
            paragraphs: [],
            tables: [
                Table(
                    caption: "What is told of a deployment",
                    columns: ["evidence", "gives"],
                    rows: fields
                ),
                Table(
                    caption: "What is stated of a government or a supplier",
                    columns: ["statement", "gives"],
                    rows: statements
                ),
            ]
        )
    }

    private static func incidents(_ levels: Methodology.IncidentLevels) -> String {
        let severities = levels.severity.sorted { $0.value < $1.value }.map {
            "\($0.key.rawValue) \($0.value)"
        }
        return (severities + ["severity not told at least \(levels.unknown)"])
            .joined(separator: ", ")
    }

    private static func effect(_ rule: Methodology.StatementRule?) -> String {
        guard let rule else { return "context, not scored" }
        var effects = rule.factors.sorted { $0.key.index < $1.key.index }.map {
            "\($0.key.rawValue) \($0.value)"
        }
        if rule.isSafeguard { effects.append("safeguard") }
        if rule.isCounterLockIn { effects.append("lowers L3 and L4") }
        if rule.widensReach { effects.append("reach of the whole for systems that hold data") }
        if effects.isEmpty { return "context, not scored" }
        return effects.joined(separator: ", ") + (rule.needsForce ? ", only where in force" : "")
    }

    static func confidence(_ methodology: Methodology) -> Section {
        let table = methodology.confidence
        let reliability = SourceGrade.Reliability.allCases.map {
            [$0.rawValue, CanonicalJSON.format(table.reliability[$0, default: 0])]
        }
        let credibility = table.credibility.sorted { $0.key < $1.key }.map {
            [String($0.key), CanonicalJSON.format($0.value)]
        }
        let assertion = Claim.Assertion.allCases.map {
            [$0.rawValue, CanonicalJSON.format(table.assertion[$0, default: 0])]
        }
        return Section(
            heading: "Confidence",
            paragraphs: [
                "Claims of one document, one publisher or one text (sketches that differ in at most"
                    + " \(table.sketchDistance) of 64 bits) are one source, which counts its best."
                    + " Confidence admits; it never scales how severe a thing is. Where an admitted"
                    + " denial is at least as confident, the claim is disputed and counts in the upper"
                    + " end only."
            ],
            tables: [
                Table(
                    caption: "Reliability of the source",
                    columns: ["grade", "counts"],
                    rows: reliability
                ),
                Table(
                    caption: "Credibility of the information",
                    columns: ["grade", "counts"],
                    rows: credibility
                ),
                Table(
                    caption: "How firmly it is said",
                    columns: ["assertion", "counts"],
                    rows: assertion
                ),
            ]
        )
    }

    static func thousandths(_ value: Int) -> String {
        CanonicalJSON.format(Double(value) / 1000)
    }
}

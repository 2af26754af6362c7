import Evidence

/// The sections about floors and ranks, home and law.
extension FormulaPage {
    static func publication(_ methodology: Methodology) -> Section {
        let floor = methodology.floor
        let statuses = Deployment.Status.allCases.filter(floor.statuses.contains).map {
            words($0.rawValue)
        }
        return Section(
            heading: "Floors, ranks and bands",
            paragraphs: [
                "A floor is the worst gate of deployments with a reach of at least"
                    + " \(thousandths(floor.reach)) in functions of weight"
                    + " \(CanonicalJSON.format(floor.functionWeight)) and more, whose status is"
                    + " \(statuses.joined(separator: ", ")).",
                "A government with a coverage of D below"
                    + " \(CanonicalJSON.format(methodology.rankingCoverage)) is not ranked. The order"
                    + " is D evidenced, then L evidenced, then id. L1 is unknown with fewer than"
                    + " \(methodology.concentrationFunctions) functions of known supplier.",
            ],
            tables: [
                Table(
                    caption: "Bands",
                    columns: ["band", "from"],
                    rows: methodology.bands.map { [$0.name, CanonicalJSON.format($0.from)] }
                )
            ]
        )
    }

    static func robustness(_ settings: RobustnessSettings) -> Section {
        func percent(_ share: Double) -> String { CanonicalJSON.format(share * 100) + " %" }
        return Section(
            heading: "What ranks rest on",
            paragraphs: [
                "Ranks are computed again with every weight moved by up to"
                    + " \(percent(settings.weights)), the admission threshold by up to"
                    + " \(percent(settings.admission)), and the ladders of status and reach raised to"
                    + " powers that differ from 1 by up to \(CanonicalJSON.format(settings.ladders)):"
                    + " \(settings.draws) draws give the interval from the 5th to the 95th percentile,"
                    + " \(settings.samples) rows the first-order and total sensitivities."
            ],
            tables: [
                Table(
                    caption: "Other aggregations that ranks are compared with",
                    columns: ["aggregation"],
                    rows: Aggregation.allCases.map { [words($0.rawValue)] }
                )
            ]
        )
    }

    static func home(_ methodology: Methodology) -> Section {
        func rows(_ table: [Jurisdiction: Set<Jurisdiction>]) -> [[String]] {
            table.sorted { $0.key < $1.key }.map { own, others in
                [own.rawValue, others.sorted().map(\.rawValue).joined(separator: ", ")]
            }
        }
        return Section(
            heading: "What is home",
            paragraphs: [
                "Foreign is what is not home to the government assessed; no country is foreign by"
                    + " itself. A member is at home in its union's law, a union's body in its members;"
                    + " a territory and its sovereign are home to each other."
            ],
            tables: [
                Table(
                    caption: "Unions",
                    columns: ["union", "members"],
                    rows: rows(methodology.unions)
                ),
                Table(
                    caption: "Territories with a code of their own",
                    columns: ["sovereign", "territories"],
                    rows: rows(methodology.dependencies)
                ),
            ]
        )
    }

    static func laws(_ formula: Formula) -> Section {
        Section(
            heading: "Laws that compel",
            paragraphs: [
                "All jurisdictions are asked the same: whether a party under their control can be made"
                    + " to hand over data that it holds. One without a row is unknown, not harmless,"
                    + " except that a member of a union is under the union's row."
            ],
            tables: [
                Table(
                    caption: "By jurisdiction",
                    columns: ["jurisdiction", "compels", "law", "source", "not checked"],
                    rows: formula.laws.map {
                        [
                            $0.jurisdiction.rawValue, $0.compels ? "yes" : "no", $0.law, $0.source,
                            $0.doubt ?? "",
                        ]
                    }
                )
            ]
        )
    }
}

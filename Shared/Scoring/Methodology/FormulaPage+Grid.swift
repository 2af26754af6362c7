import Evidence

/// The sections about what is weighed: functions, factors, profiles and objectives.
extension FormulaPage {
    static func sums(_ formula: Formula) -> Section {
        Section(
            heading: "The sums",
            paragraphs: [
                "Within a function the worst deployment counts, so that more reports of the same kind"
                    + " of deal change nothing; across functions exposure adds up. A level that is not"
                    + " known is unknown, not 0: the lower end of a score takes it at its mildest, the"
                    + " upper end at its worst."
            ] + formula.equations,
            tables: []
        )
    }

    static func functions(_ formula: Formula) -> Section {
        let rows = formula.functions.map {
            [words($0.function.rawValue), CanonicalJSON.format($0.weight)]
        }
        return Section(
            heading: "Functions of government",
            paragraphs: [],
            tables: [Table(caption: "Weights v", columns: ["function", "v"], rows: rows)]
        )
    }

    static func factors(_ formula: Formula) -> Section {
        let tables = [("D", Dimension.dataSovereignty), ("L", .lockIn)].map { letter, dimension in
            Table(
                caption: "Factors of \(letter)",
                columns: ["factor", "what is asked", "gate", "0", "1", "2", "3", "4"],
                rows: formula.factors.filter { dimension.factors.contains($0.factor) }.map { row in
                    let ladder = row.ladder.isEmpty ? .init(repeating: "–", count: 5) : row.ladder
                    return [row.factor.rawValue, row.name, row.isGate ? "yes" : ""] + ladder
                }
            )
        }
        return Section(
            heading: "Factors and their ladders",
            paragraphs: [
                "L1 and L8 are of all deployments together and have a value of 0 to 1. A safeguard in"
                    + " force lowers D4 and D6 by one level from 2 upwards, and from 1 where D1 is at"
                    + " most 2; a measure against lock-in in force lowers L3 and L4 by one.",
                "L1 is the Herfindahl index of function weight by corporate parent,"
                    + " (H − 1/n) ÷ (1 − 1/n). L8 is the share of supplied function weight whose"
                    + " suppliers differ in name but share a parent, a lender, or the government itself"
                    + " as partner.",
            ],
            tables: tables
        )
    }

    static func profiles(_ methodology: Methodology, _ formula: Formula) -> Section {
        let names = formula.profiles.map(\.name)
        let weights = Table(
            caption: "Weights w under each profile",
            columns: ["factor"] + names,
            rows: formula.factors.map { row in
                [row.factor.rawValue]
                    + names.map { CanonicalJSON.format(row.weights[$0, default: 0]) }
            }
        )
        let objectives = Table(
            caption: "What the profiles give each objective, in per cent",
            columns: ["objective"] + names,
            rows: (1...8).map { objective in
                ["SOV-\(objective)"]
                    + names.map { name in
                        methodology.profiles[name]?.objectives?[objective].map {
                            CanonicalJSON.format($0)
                        } ?? "–"
                    }
            }
        )
        return Section(
            heading: "Weight profiles",
            paragraphs: formula.profiles.map { "\($0.name): \($0.title)." } + [
                "An objective's weight is split over its factors of a score in proportion to prior,"
                    + " and scaled to 1 over the objectives that the score covers. No factor belongs to"
                    + " SOV-8, so its weight goes to the others. The sovereignty score is 100 − D under"
                    + " a profile that weighs objectives."
            ],
            tables: [weights, objectives]
        )
    }

    static func objectives(_ methodology: Methodology) -> Section {
        let rows = Factor.allCases.map { factor -> [String] in
            let definition = methodology.factors[factor]
            return [factor.rawValue]
                + (1...8).map { objective in
                    guard definition?.objective == objective else { return "" }
                    return definition?.isGate == true ? "gate" : "yes"
                }
        }
        return Section(
            heading: "Factors and objectives",
            paragraphs: [
                "The objectives are those of the European Commission's Cloud Sovereignty Framework."
                    + " A gate can set a floor: the floor of D is SEAL-equivalent (4 − E), not an"
                    + " assessment by the Commission."
            ],
            tables: [
                Table(
                    caption: "Which factor belongs to which objective",
                    columns: ["factor"] + (1...8).map { "SOV-\($0)" },
                    rows: rows
                )
            ]
        )
    }

    /// A key of the data file as words.
    static func words(_ key: String) -> String {
        key.split(separator: "-").joined(separator: " ")
    }
}

import Evidence
import Scoring

/// A scenario's answer as text for a terminal.
struct ScenarioWriter {
    private let answer: ScenarioAnswer

    init(_ answer: ScenarioAnswer) {
        self.answer = answer
    }

    var text: String {
        let head = """
            What if: \(answer.scenario.kind.rawValue) – nothing real is touched
            as of \(answer.asOf) · methodology \(answer.methodology) · profile \(answer.profile)

            """
        guard !answer.governments.isEmpty else {
            return head + "\nNo government's assessment would differ, by all that is known.\n"
        }
        return head + answer.governments.map(text(of:)).joined()
    }

    private func text(of government: ScenarioComparison) -> String {
        var lines = ["", "\(government.name) (\(government.subject))"]
        for dimension in Dimension.allCases {
            let before = government.before[dimension.rawValue]
            let after = government.after[dimension.rawValue]
            let letter = dimension == .dataSovereignty ? "D" : "L"
            lines.append("  \(letter)  \(figures(before)) → \(figures(after))")
        }
        if !government.functionsLeft.isEmpty {
            let functions = government.functionsLeft.map(\.rawValue).joined(separator: ", ")
            lines.append("  no known system would serve: \(functions)")
        }
        for system in government.stopping { lines += self.lines(of: system) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func figures(_ figures: Ranking.Figures?) -> String {
        guard let figures else { return "no score" }
        return "\(RankingTable.number(figures.evidenced))–\(RankingTable.number(figures.hi))"
            + " (floor \(figures.floor ?? "none"))"
    }

    private func name(of id: EntityID) -> String { answer.names[id.rawValue] ?? id.rawValue }

    private func lines(of system: StoppingSystem) -> [String] {
        var parties: [String] = []
        for party in (system.suppliers + system.operators).map(name(of:))
        where !parties.contains(party) {
            parties.append(party)
        }
        let functions = system.functions.map(\.rawValue).joined(separator: ", ")
        var lines = [
            "  stops: \(system.system) of \(name(of: system.recipient))"
                + " (\(parties.joined(separator: ", ")))"
                + (functions.isEmpty ? "" : " – \(functions)")
        ]
        if system.alternatives.isEmpty {
            lines.append("    no other supplier of such systems is known")
        } else {
            lines.append("    others known to supply such systems:")
        }
        for other in system.alternatives {
            let place = other.isHere ? "supplies it already" : "not here yet"
            let control =
                other.isForeign.map { $0 ? "controlled from abroad" : "from home" }
                ?? "control unknown"
            lines.append(
                "      \(other.name) (\(other.supplier)): \(place), \(control), "
                    + "\(other.governments) government\(other.governments == 1 ? "" : "s")"
            )
        }
        return lines
    }
}

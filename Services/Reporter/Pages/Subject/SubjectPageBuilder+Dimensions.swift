import Evidence
import Scoring

extension SubjectPageBuilder {
    mutating func dimension(_ dimension: Dimension) -> DimensionView {
        let score = detail.assessment.score(dimension)
        let contributions = contributions(score)
        return DimensionView(
            letter: dimension.letter,
            dimensionTitle: dimension.title,
            meaning: dimension.meaning,
            score: ScoreView(.init(score), bands: methodology.bands),
            floorView: score.floor.map { floor($0, of: dimension) },
            columns: Factor.ofGrid(dimension).map { factor in
                DimensionView.Column(
                    code: factor.rawValue,
                    question: title(factor),
                    weightText: methodology.factors[factor].map { Figure.percent($0.weight) } ?? ""
                )
            },
            rows: grid(score, dimension),
            sets: sets(score),
            contributions: contributions,
            contributionSum: contributions.isEmpty
                ? nil : Figure.oneDecimal(score.contributions.reduce(0) { $0 + $1.points }),
            under: under(score)
        )
    }

    // MARK: - The grid

    private struct Place: Hashable {
        var function: GovernmentFunction
        var factor: Factor
    }

    private func grid(_ score: Score, _ dimension: Dimension) -> [DimensionView.GridRow] {
        let cells = Dictionary(
            score.cells.map { (Place(function: $0.function, factor: $0.factor), $0) },
            uniquingKeysWith: { $1 }
        )
        var points: [Place: Double] = [:]
        for contribution in score.contributions {
            guard let function = contribution.function else { continue }
            for factor in contribution.factors {
                points[Place(function: function, factor: factor.factor), default: 0] +=
                    factor.points
            }
        }
        return GovernmentFunction.allCases.map { function in
            DimensionView.GridRow(
                functionTitle: function.title,
                weightText: Figure.percent(methodology.functionWeights[function, default: 0]),
                cells: Factor.ofGrid(dimension).map { factor in
                    let place = Place(function: function, factor: factor)
                    return cell(cells[place], place, points: points[place, default: 0])
                }
            )
        }
    }

    private func cell(
        _ cell: Score.Cell?,
        _ place: Place,
        points: Double
    ) -> DimensionView.CellView {
        let heading = "\(place.function.title), \(title(place.factor)): "
        guard let cell, let level = cell.level, let deployment = cell.deployments.first else {
            return DimensionView.CellView(
                isKnown: false,
                levelText: "unknown",
                pointsText: "",
                cellHref: "",
                explanation: heading + "unknown",
                shade: ""
            )
        }
        let names = cell.deployments.compactMap { deploymentNames[$0] }
        let meaning = meaning(place.factor, level) ?? "level \(level)"
        return DimensionView.CellView(
            isKnown: true,
            levelText: String(level),
            pointsText: Figure.oneDecimal(points),
            cellHref: href(deployment, place.factor),
            explanation: heading + "\(meaning). Counts \(Figure.oneDecimal(points)) points; set by "
                + Wording.list(names) + ".",
            shade: String(min(4, Int((cell.value * 4).rounded(.up))))
        )
    }

    // MARK: - What the score is the sum of

    private struct Part: Hashable {
        var deployment: String
        var factor: Factor
    }

    private mutating func contributions(_ score: Score) -> [DimensionView.ContributionView] {
        var sums: [Part: (points: Double, functions: [GovernmentFunction], claims: [ClaimID])] = [:]
        for contribution in score.contributions {
            for factor in contribution.factors {
                for share in factor.deployments {
                    let part = Part(deployment: share.deployment, factor: factor.factor)
                    var sum = sums[part] ?? (0, [], [])
                    sum.points += share.points
                    sum.functions += [contribution.function].compactMap(\.self)
                    sum.claims += share.claims.filter { !sum.claims.contains($0) }
                    sums[part] = sum
                }
            }
        }
        let order = sums.sorted { left, right in
            if left.value.points != right.value.points {
                return left.value.points > right.value.points
            }
            return (left.key.deployment, left.key.factor.rawValue)
                < (right.key.deployment, right.key.factor.rawValue)
        }
        return order.map { part, sum in
            contribution(part, sum.points, sum.functions, marks: register.marks(sum.claims))
        } + setContributions(score)
    }

    private func contribution(
        _ part: Part,
        _ points: Double,
        _ functions: [GovernmentFunction],
        marks: [QuoteRegister.Mark]
    ) -> DimensionView.ContributionView {
        let deployment = detail.assessment.deployments.first { $0.id == part.deployment }
        let level = deployment?.levels.first { $0.factor == part.factor }?.lo
        return DimensionView.ContributionView(
            pointsText: Figure.oneDecimal(points),
            code: part.factor.rawValue,
            question: title(part.factor),
            levelMeaning: level.flatMap { meaning(part.factor, $0) } ?? "",
            deploymentName: deploymentNames[part.deployment] ?? part.deployment,
            deploymentHref: href(part.deployment, part.factor),
            functionsText: functions.count == GovernmentFunction.allCases.count
                ? "all functions" : functions.map(\.title).joined(separator: "; "),
            marks: marks
        )
    }

    private mutating func setContributions(
        _ score: Score
    ) -> [DimensionView.ContributionView] {
        var views: [DimensionView.ContributionView] = []
        for factor in score.contributions.filter({ $0.function == nil }).flatMap(\.factors)
        where factor.deployments.isEmpty && factor.points != 0 {
            let claims = score.sets.first { $0.factor == factor.factor }?.claims ?? []
            views.append(
                DimensionView.ContributionView(
                    pointsText: Figure.oneDecimal(factor.points),
                    code: factor.factor.rawValue,
                    question: title(factor.factor),
                    levelMeaning: "",
                    deploymentName: "all deployments together",
                    deploymentHref: "#L-sets",
                    functionsText: "all functions",
                    marks: register.marks(claims)
                )
            )
        }
        return views
    }

    private mutating func sets(_ score: Score) -> [DimensionView.SetView] {
        score.sets.map { value in
            DimensionView.SetView(
                code: value.factor.rawValue,
                question: title(value.factor),
                valueText: value.value.map { "\(Figure.percent($0)) of what is known" }
                    ?? "too little is known to say",
                boundsText: "\(Figure.percent(value.lo)) and \(Figure.percent(value.hi))",
                marks: register.marks(value.claims)
            )
        }
    }

    private func under(_ score: Score) -> [DimensionView.UnderView] {
        score.cells.flatMap { cell in
            cell.under.map { under in
                DimensionView.UnderView(
                    place: "\(cell.function.title), \(cell.factor.rawValue)",
                    deploymentName: deploymentNames[under.deployment] ?? under.deployment,
                    deploymentHref: href(under.deployment, cell.factor),
                    valueText: "\(Figure.percent(under.value)) instead of "
                        + Figure.percent(cell.value)
                )
            }
        }
    }

    // MARK: - The floor

    private mutating func floor(_ floor: Floor, of dimension: Dimension) -> FloorView {
        FloorView(
            floorLabel: floor.label,
            isPinned: !floor.pins.isEmpty,
            pins: floor.pins.map { pin in
                FloorView.PinView(
                    code: pin.factor.rawValue,
                    question: title(pin.factor),
                    deploymentName: deploymentNames[pin.deployment] ?? pin.deployment,
                    deploymentHref: href(pin.deployment, pin.factor),
                    marks: register.marks(pin.claims)
                )
            },
            liftedText: "E\(floor.lifted)",
            gates: floor.gates.map { gate in
                FloorView.GateView(
                    code: gate.factor.rawValue,
                    question: title(gate.factor),
                    gateText: gate.lo == gate.hi ? "E\(gate.lo)" : "E\(gate.lo)–E\(gate.hi)",
                    sealText: gate.lo == gate.hi
                        ? "\(4 - gate.lo)" : "\(4 - gate.hi)–\(4 - gate.lo)"
                )
            },
            isSovereignty: dimension == .dataSovereignty
        )
    }

    /// Where a factor of a deployment stands on the page.
    func href(_ deployment: String, _ factor: Factor) -> String {
        anchors[deployment].map { "#\($0)-\(factor.rawValue)" } ?? "#deployments"
    }
}

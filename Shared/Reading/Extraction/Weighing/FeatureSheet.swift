import Evidence

extension WeighedReader {
    /// Every choice in the document with its evidence: what weights are fitted to.
    func records(_ document: DocumentLines) -> [FeatureRecord] {
        let byPlace = Self.byLine(context.drafts.map(\.quote), document.lines)
        return document.lines.indices.flatMap { at in
            let sheets = Sheets(document, at: at, context: context, drafts: byPlace[at])
            return sheets.line.cues.indices.flatMap { records(sheets, at: $0) }
        }
    }

    private func records(_ sheets: Sheets, at place: Int) -> [FeatureRecord] {
        guard let mention = sheets.line.cues[place].party, Self.mayTakePart(mention) else {
            return []
        }
        func record(
            _ choice: FeatureRecord.Choice,
            _ candidate: String?,
            _ evidence: EvidenceSet
        ) -> FeatureRecord {
            FeatureRecord(
                choice: choice,
                line: [sheets.line.range.lowerBound, sheets.line.range.upperBound],
                party: context.entity(mention.entity)?.name ?? "",
                at: sheets.line.cues[place].range.lowerBound,
                candidate: candidate,
                evidence: (evidence.names ?? []).sorted()
            )
        }
        let buyers = sheets.buyer.candidates(for: place).sorted { $0.key < $1.key }
        let kinds = sheets.kind.candidates(for: place)
            .sorted { $0.key.rawValue < $1.key.rawValue }
        let texts = Dictionary(
            sheets.amount.sums().map { ($0.start, Self.text($0.money)) },
            uniquingKeysWith: { first, _ in first }
        )
        let statuses = sheets.status.candidates(for: place)
            .sorted { $0.key.rawValue < $1.key.rawValue }
        let sums = sheets.amount.candidates(for: place).sorted { $0.key < $1.key }
        return [record(.part, nil, sheets.part.evidence(at: place))]
            + buyers.map {
                record(.buyer, context.entity($0.key)?.name ?? $0.key.rawValue, $0.value)
            }
            + kinds.map { record(.kind, $0.key.rawValue, $0.value) }
            + sums.map { record(.amount, texts[$0.key], $0.value) }
            + statuses.map { record(.status, $0.key.rawValue, $0.value) }
    }

    /// A sum as it is compared with an annotated one.
    private static func text(_ money: Money) -> String { "\(money.value) \(money.currency)" }
}

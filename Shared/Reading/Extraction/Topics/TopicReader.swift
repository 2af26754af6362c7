import Evidence

/// Weighs what the lines of a document tell of risks, protections and incidents, and whom they are
/// about.
struct TopicReader {
    let document: DocumentLines
    let context: DocumentContext
    let weights: TopicWeights
    /// What the rules told.
    let told: [ToldTopic]
    /// Whether the names of evidence are wanted.
    let isRecorded: Bool
    private let byLine: [[Int]]
    private let topics: [Set<Topic>]
    private let memory: SubjectMemory

    /// The probabilities from which something is done.
    private enum Limit {
        /// A line tells of what no rule has told.
        static let added = 0.15
        /// That, of somebody.
        static let both = 0.1
        /// How much likelier somebody else is than whom a rule took.
        static let lead = 0.1
    }

    init(
        document: DocumentLines,
        context: DocumentContext,
        weights: TopicWeights,
        told: [ToldTopic],
        isRecorded: Bool
    ) {
        self.document = document
        self.context = context
        self.weights = weights
        self.told = told
        self.isRecorded = isRecorded
        let byLine = WeighedReader.byLine(told.map(\.quote), document.lines)
        self.byLine = byLine
        memory = SubjectMemory(document: document, context: context)
        topics = byLine.map { Set($0.map { told[$0].topic }) }
    }

    /// What the rules told and what the evidence tells.
    func read() -> [ToldTopic] {
        var kept = told
        var added: [ToldTopic] = []
        for at in document.lines.indices where !document.lines[at].cues.isEmpty {
            let chances = weights.probabilities(sheet(at).evidence(blank))
            let own = byLine[at]
            let isLikely = chances.contains { $0.chance >= Limit.added }
            guard isLikely || !own.isEmpty else { continue }
            let subjects = subjects(at)
            for (topic, chance) in chances {
                let mine = own.filter { told[$0].topic == topic }
                if mine.count == 1, let only = mine.first {
                    settle(&kept[only], weights.probabilities(of: topic, subjects))
                } else if mine.isEmpty, chance >= Limit.added {
                    let best = Self.best(weights.probabilities(of: topic, subjects))
                    if let best, chance * best.chance >= Limit.both,
                        let new = tell(topic, of: best.id, at)
                    {
                        added.append(new)
                    }
                }
            }
        }
        return kept + added
    }

    /// Takes somebody else for whom a rule's topic is about, where that is much likelier.
    private func settle(_ topic: inout ToldTopic, _ chances: [EntityID: Double]) {
        guard topic.mayBeOfOthers, let best = Self.best(chances), best.id != topic.subject,
            best.chance - chances[topic.subject, default: 0] >= Limit.lead
        else { return }
        topic.subject = best.id
    }

    private static func best(_ chances: [EntityID: Double]) -> (id: EntityID, chance: Double)? {
        chances.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { ($0.key, $0.value) }
    }

    private func tell(_ topic: Topic, of subject: EntityID, _ at: Int) -> ToldTopic? {
        let line = document.lines[at]
        let passage = TopicPassage(
            tokens: LexemeReader.tokens(of: context.text, in: line.range),
            quantities: context.quantities
        )
        switch topic {
        case .statement(let kind):
            return .statement(
                StatementDraft(
                    statement: Statement(
                        kind: kind,
                        subject: subject,
                        isInForce: passage.isInForce(kind)
                    ),
                    surface: subject.rawValue,
                    quote: line.range,
                    rule: "weighed.topic@1"
                )
            )
        case .incident(let kind):
            let isDenied = line.cues.contains { $0.names.contains("not") }
            guard !passage.isHypothetical, !isDenied else { return nil }
            return .incident(
                IncidentDraft(
                    incident: Incident(kind: kind, subject: subject, date: passage.date),
                    surface: subject.rawValue,
                    quote: line.range,
                    rule: "weighed.topic@1"
                )
            )
        }
    }

    // MARK: - Evidence

    private var blank: EvidenceSet { weights.blank(isNamed: isRecorded) }

    private func sheet(_ at: Int) -> TopicSheet {
        TopicSheet(document: document, at: at, context: context, told: topics)
    }

    private func subjects(_ at: Int) -> [EntityID: [SubjectEvidence]] {
        SubjectSheet(
            document: document,
            at: at,
            context: context,
            told: byLine[at].map { told[$0] },
            toldBefore: near((at - 3)..<at, at),
            toldAfter: near((at + 1)..<(at + 2), at),
            memory: memory
        )
        .candidates()
    }

    /// What the rules told in some lines that stand in a line's block.
    private func near(_ lines: Range<Int>, _ at: Int) -> [ToldTopic] {
        let block = document.lines[at].block
        return lines.clamped(to: document.lines.indices)
            .filter { document.lines[$0].block == block }
            .flatMap { byLine[$0].map { told[$0] } }
    }

    /// Every choice with its evidence: what weights are fitted to.
    func records() -> [FeatureRecord] {
        document.lines.indices.flatMap { at -> [FeatureRecord] in
            let line = document.lines[at]
            func record(
                _ choice: FeatureRecord.Choice,
                _ party: String,
                _ evidence: some Sequence<String>
            ) -> FeatureRecord {
                FeatureRecord(
                    choice: choice,
                    line: [line.range.lowerBound, line.range.upperBound],
                    party: party,
                    at: line.range.lowerBound,
                    candidate: nil,
                    evidence: evidence.sorted()
                )
            }
            guard !line.cues.isEmpty else { return [] }
            let subjects = subjects(at).sorted { $0.key < $1.key }
            return [record(.topic, "", sheet(at).evidence(blank).names ?? [])]
                + subjects.map { id, evidence in
                    let name = context.entity(id)?.name ?? id.rawValue
                    return record(.subject, name, Set(evidence.map(\.name)))
                }
        }
    }
}

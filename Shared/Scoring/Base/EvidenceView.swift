import Evidence

/// The evidence as assessments see it, with a record of everything that one of them looked up.
///
/// An assessment that looks at nothing else is the same as long as the answers to these look-ups
/// are; ``IncrementalScorer`` relies on it. What one assessment has found out can serve the next:
/// it is remembered together with its look-ups.
final class EvidenceView {
    private var base: EvidenceBase
    private let isRecording: Bool
    private var lookUps: Set<EvidenceKey> = []
    /// Which record look-ups go to, and how many there have been.
    private var record = 0
    private var recordCount = 0
    private var rememberedAncestors: [EntityID: Remembered<[EntityID]>] = [:]

    init(_ base: EvidenceBase, isRecording: Bool = false) {
        self.base = base
        self.isRecording = isRecording
    }

    /// Looks at evidence that is no other than before in anything remembered, while `body` runs.
    ///
    /// - Returns: What `body` returns, and what was looked up; that is empty where it is not recorded.
    func looking<Value>(
        at base: EvidenceBase,
        _ body: () -> Value
    ) -> (value: Value, lookUps: Set<EvidenceKey>) {
        self.base = base
        beginRecord()
        defer {
            self.base = EvidenceBase()
            lookUps = []
        }
        return (body(), lookUps)
    }

    func entity(_ id: EntityID) -> Entity? {
        note(.entity(id))
        return base.entity(id)
    }

    /// The claims of one sort about one entity, in the order of their ids.
    func claims(_ sort: EvidenceBase.Topic.Sort, about entity: EntityID) -> [Claim] {
        note(.claims(.init(sort: sort, entity: entity)))
        return base.claims(sort, about: entity)
    }

    /// What an entity lies in, nearest first, without itself.
    func ancestors(of id: EntityID) -> [EntityID] {
        if let known = rememberedAncestors[id] { return recalled(known) }
        let chain = noting {
            let chain = base.ancestors(of: id)
            note(.entity(id))
            for ancestor in chain { note(.entity(ancestor)) }
            return chain
        }
        rememberedAncestors[id] = chain
        return chain.value
    }

    /// An entity and everything below it, in the order of ids.
    func descendants(of id: EntityID) -> [EntityID] {
        let found = base.descendants(of: id)
        for entity in found { note(.children(entity)) }
        return found
    }

    /// Every government that is known, in the order of ids; only a broken rule asks for it.
    var governments: [EntityID] {
        base.entities.filter(\.kind.isGovernment).map(\.id)
    }

    private func note(_ key: EvidenceKey) {
        if isRecording { lookUps.insert(key) }
    }

    private func beginRecord() {
        recordCount += 1
        record = recordCount
    }
}

// MARK: - Remembering

/// Something found in the evidence, and what was looked up to find it.
final class Remembered<Value> {
    let value: Value
    /// Empty where look-ups are not recorded.
    fileprivate let lookUps: [EvidenceKey]
    /// The last record that the look-ups were added to.
    fileprivate var record = 0

    fileprivate init(value: Value, lookUps: [EvidenceKey]) {
        self.value = value
        self.lookUps = lookUps
    }
}

extension EvidenceView {
    /// Finds something that is to be remembered.
    func noting<Value>(_ find: () -> Value) -> Remembered<Value> {
        guard isRecording else { return Remembered(value: find(), lookUps: []) }
        var outer: Set<EvidenceKey> = []
        let outerRecord = record
        swap(&outer, &lookUps)
        beginRecord()
        let value = find()
        let own = Array(lookUps)
        outer.formUnion(own)
        swap(&outer, &lookUps)
        record = outerRecord
        return Remembered(value: value, lookUps: own)
    }

    /// What is remembered, as if it were looked up again.
    func recalled<Value>(_ known: Remembered<Value>) -> Value {
        if isRecording, known.record != record {
            known.record = record
            for key in known.lookUps { lookUps.insert(key) }
        }
        return known.value
    }
}

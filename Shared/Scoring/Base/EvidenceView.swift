import Evidence

/// The evidence as assessments see it, with a record of everything that one of them looked up.
///
/// An assessment that looks at nothing else is the same as long as the answers to these look-ups
/// are; ``IncrementalScorer`` relies on it. What one assessment has found out can serve the next:
/// it is remembered together with its look-ups.
final class EvidenceView {
    private var base: EvidenceBase
    /// Numbers of what is looked up; `nil` where that is not recorded.
    private let keys: EvidenceKeys?
    /// What has been looked up, some of it perhaps twice.
    private var lookUps: [Int32] = []
    /// Which record look-ups go to, and how many there have been.
    private var record = 0
    private var recordCount = 0
    /// The last record that a key was added to, by its number.
    private var lastRecords: [Int] = []
    private var rememberedAncestors: [EntityID: Remembered<[EntityID]>] = [:]
    private var rememberedIncidents: [EntityID: Remembered<[HeldClaim]>] = [:]

    /// Looks at evidence without recording what for.
    init(_ base: EvidenceBase) {
        self.base = base
        keys = nil
    }

    /// Records what is looked up under the numbers of `keys`.
    init(recording keys: EvidenceKeys) {
        base = EvidenceBase()
        self.keys = keys
    }

    /// Looks at evidence that is no other than before in anything remembered, while `body` runs.
    ///
    /// - Returns: What `body` returns, and the numbers of what was looked up, each once, in order;
    ///   none where it is not recorded.
    func looking<Value>(
        at base: EvidenceBase,
        _ body: () -> Value
    ) -> (value: Value, lookUps: [Int32]) {
        self.base = base
        beginRecord()
        defer {
            self.base = EvidenceBase()
            lookUps = []
        }
        let value = body()
        return (value, Self.distinct(lookUps))
    }

    func entity(_ id: EntityID) -> Entity? {
        note(.entity(id))
        return base.entity(id)
    }

    /// The claims of one sort about one entity, in the order of their ids.
    func claims(_ sort: EvidenceBase.Topic.Sort, about entity: EntityID) -> [HeldClaim] {
        note(.claims(.init(sort: sort, entity: entity)))
        return base.claims(sort, about: entity)
    }

    /// The claims about incidents of one entity, in the order of their ids.
    func incidents(of entity: EntityID) -> [HeldClaim] {
        if let known = rememberedIncidents[entity] { return recalled(known) }
        let found = noting { claims(.incident, about: entity) }
        rememberedIncidents[entity] = found
        return found.value
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

    private func note(_ key: @autoclosure () -> EvidenceKey) {
        if let keys { add(keys.number(of: key())) }
    }

    private func add(_ key: Int32) {
        let key = Int(key)
        if key >= lastRecords.count {
            let room = max(key + 1, lastRecords.count * 2) - lastRecords.count
            lastRecords += repeatElement(0, count: room)
        }
        guard lastRecords[key] != record else { return }
        lastRecords[key] = record
        lookUps.append(Int32(key))
    }

    /// Numbers each once, in order.
    private static func distinct(_ numbers: [Int32]) -> [Int32] {
        var distinct: [Int32] = []
        distinct.reserveCapacity(numbers.count)
        for number in numbers.sorted() where distinct.last != number { distinct.append(number) }
        return distinct
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
    fileprivate let lookUps: [Int32]
    /// The last record that the look-ups were added to.
    fileprivate var record = 0

    fileprivate init(value: Value, lookUps: [Int32]) {
        self.value = value
        self.lookUps = lookUps
    }
}

extension EvidenceView {
    /// Finds something that is to be remembered.
    func noting<Value>(_ find: () -> Value) -> Remembered<Value> {
        guard keys != nil else { return Remembered(value: find(), lookUps: []) }
        var outer: [Int32] = []
        let outerRecord = record
        swap(&outer, &lookUps)
        beginRecord()
        let value = find()
        let own = Self.distinct(lookUps)
        lookUps = outer
        record = outerRecord
        for key in own { add(key) }
        return Remembered(value: value, lookUps: own)
    }

    /// What is remembered, as if it were looked up again.
    func recalled<Value>(_ known: Remembered<Value>) -> Value {
        if keys != nil, known.record != record {
            known.record = record
            for key in known.lookUps { add(key) }
        }
        return known.value
    }
}

import Evidence

/// The evidence as assessments see it, with a record of everything that one of them looked up.
///
/// An assessment that looks at nothing else is the same as long as the answers to these look-ups
/// are; ``IncrementalScorer`` relies on it. What one assessment has found out can serve the next:
/// it is remembered together with its look-ups, until what one of them finds changes.
final class EvidenceView {
    private var base: EvidenceBase
    /// Numbers of what is looked up; `nil` where that is not recorded.
    private let keys: EvidenceKeys?
    /// What has been looked up, some of it perhaps twice.
    private var lookUps: [Int32] = []
    /// Which record look-ups go to, and how many there have been.
    private var record = 0
    private var recordCount = 0
    /// What is known of each key, by its number.
    private var keyStates: [KeyState] = []
    /// How many changes of the evidence there have been.
    private var changeCount = 0

    private struct KeyState {
        /// The last record that the key was added to.
        var record = 0
        /// The last change of what is found under it.
        var change = 0
    }
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

    /// Takes note that what is found under a key has changed.
    func change(_ key: EvidenceKey) {
        guard let number = keys?.known(key) else { return }
        changeCount += 1
        makeRoom(for: Int(number))
        keyStates[Int(number)].change = changeCount
    }

    /// Looks at evidence, of whose changes it has been told, while `body` runs.
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
        if let known = recalled(rememberedIncidents[entity]) { return known }
        let found = noting { claims(.incident, about: entity) }
        rememberedIncidents[entity] = found
        return found.value
    }

    /// What an entity lies in, nearest first, without itself.
    func ancestors(of id: EntityID) -> [EntityID] {
        if let known = recalled(rememberedAncestors[id]) { return known }
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
        let number = Int(key)
        makeRoom(for: number)
        guard keyStates[number].record != record else { return }
        keyStates[number].record = record
        lookUps.append(key)
    }

    private func makeRoom(for key: Int) {
        guard key >= keyStates.count else { return }
        let room = max(key + 1, keyStates.count * 2) - keyStates.count
        keyStates += repeatElement(KeyState(), count: room)
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
    /// The last change of the evidence after which it was known to stand.
    fileprivate var change: Int

    fileprivate init(value: Value, lookUps: [Int32], after change: Int) {
        self.value = value
        self.lookUps = lookUps
        self.change = change
    }
}

extension EvidenceView {
    /// Finds something that is to be remembered.
    func noting<Value>(_ find: () -> Value) -> Remembered<Value> {
        guard keys != nil else { return Remembered(value: find(), lookUps: [], after: 0) }
        var outer: [Int32] = []
        let outerRecord = record
        swap(&outer, &lookUps)
        beginRecord()
        let value = find()
        let own = Self.distinct(lookUps)
        lookUps = outer
        record = outerRecord
        for key in own { add(key) }
        return Remembered(value: value, lookUps: own, after: changeCount)
    }

    /// What is remembered, as if it were looked up again; `nil` where it does not stand any more.
    func recalled<Value>(_ known: Remembered<Value>?) -> Value? {
        guard let known else { return nil }
        guard keys != nil, known.record != record else { return known.value }
        guard stands(known) else { return nil }
        known.record = record
        for key in known.lookUps { add(key) }
        return known.value
    }

    /// Whether nothing that was looked up for it has changed.
    private func stands<Value>(_ known: Remembered<Value>) -> Bool {
        if known.change == changeCount { return true }
        for key in known.lookUps where keyStates[Int(key)].change > known.change { return false }
        known.change = changeCount
        return true
    }
}

import Evidence

/// Which assessments looked up what.
///
/// Keys and subjects are numbered, so that a hundred thousand subjects with a hundred look-ups each
/// take tens of megabytes. What nobody looks up any more is forgotten.
struct DependencyIndex {
    private var numbers: [EvidenceKey: Int32] = [:]
    private var keys: [EvidenceKey?] = []
    private var freeNumbers: [Int32] = []
    /// The subjects that looked a key up, by the key's number.
    private var readers: [Set<Int32>] = []
    private var subjectNumbers: [EntityID: Int32] = [:]
    private var subjects: [EntityID] = []
    /// What a subject looked up, by the subject's number, in order.
    private var lookUps: [[Int32]] = []

    /// The subjects whose assessments looked something up, in no order.
    func readers(of key: EvidenceKey) -> [EntityID] {
        guard let number = numbers[key] else { return [] }
        return readers[Int(number)].map { subjects[Int($0)] }
    }

    func readerCount(of key: EvidenceKey) -> Int {
        numbers[key].map { readers[Int($0)].count } ?? 0
    }

    /// Replaces what a subject's assessment looked up.
    mutating func record(_ keys: Set<EvidenceKey>, of subject: EntityID) {
        let reader = number(of: subject)
        let before = lookUps[Int(reader)]
        let after = keys.map { number(of: $0) }.sorted()
        guard before != after else { return }
        var (old, new) = (0, 0)
        while old < before.count || new < after.count {
            if new == after.count || (old < before.count && before[old] < after[new]) {
                leave(before[old], reader)
                old += 1
            } else if old == before.count || after[new] < before[old] {
                readers[Int(after[new])].insert(reader)
                new += 1
            } else {
                old += 1
                new += 1
            }
        }
        lookUps[Int(reader)] = after
    }

    private mutating func leave(_ key: Int32, _ reader: Int32) {
        readers[Int(key)].remove(reader)
        guard readers[Int(key)].isEmpty, let forgotten = keys[Int(key)] else { return }
        readers[Int(key)] = []
        keys[Int(key)] = nil
        numbers[forgotten] = nil
        freeNumbers.append(key)
    }

    private mutating func number(of key: EvidenceKey) -> Int32 {
        if let known = numbers[key] { return known }
        let number: Int32
        if let free = freeNumbers.popLast() {
            number = free
            keys[Int(number)] = key
        } else {
            number = Int32(keys.count)
            keys.append(key)
            readers.append([])
        }
        numbers[key] = number
        return number
    }

    private mutating func number(of subject: EntityID) -> Int32 {
        if let known = subjectNumbers[subject] { return known }
        let number = Int32(subjects.count)
        subjects.append(subject)
        lookUps.append([])
        subjectNumbers[subject] = number
        return number
    }
}

import Evidence

/// Which assessments looked up what.
///
/// Keys and subjects are numbered, so that a hundred thousand subjects with a hundred look-ups each
/// take tens of megabytes, and are never given another number. Copies number keys together.
struct DependencyIndex {
    let keys = EvidenceKeys()
    /// The numbers of the subjects that looked a key up, in order, by the key's number.
    private var readers = Chunked<[Int32]>()
    private var subjectNumbers = Sharded<EntityID, Int32>()
    private var subjects = Chunked<EntityID>()
    /// What a subject looked up, by the subject's number, in order.
    private var lookUps = Chunked<[Int32]>()

    /// The subjects whose assessments looked something up, in no order.
    func readers(of key: EvidenceKey) -> [EntityID] {
        numbers(ofReadersOf: key).map { subjects[Int($0)] }
    }

    func readerCount(of key: EvidenceKey) -> Int { numbers(ofReadersOf: key).count }

    private func numbers(ofReadersOf key: EvidenceKey) -> [Int32] {
        guard let number = keys.known(key), number < readers.count else { return [] }
        return readers[Int(number)]
    }

    /// Replaces what a subject's assessment looked up by keys of these numbers, in order.
    mutating func record(_ after: [Int32], of subject: EntityID) {
        let reader = number(of: subject)
        let before = lookUps[Int(reader)]
        guard before != after else { return }
        if let last = after.last { readers.grow(to: Int(last) + 1, with: []) }
        var (old, new) = (0, 0)
        while old < before.count || new < after.count {
            if new == after.count || (old < before.count && before[old] < after[new]) {
                readers[Int(before[old])].removeInOrder(reader)
                old += 1
            } else if old == before.count || after[new] < before[old] {
                readers[Int(after[new])].insertInOrder(reader)
                new += 1
            } else {
                old += 1
                new += 1
            }
        }
        lookUps[Int(reader)] = after
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

extension [Int32] {
    /// Where a number stands, or would, among numbers in order.
    private func place(of number: Int32) -> Int {
        if let last, last < number { return count }
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low
    }

    fileprivate mutating func insertInOrder(_ number: Int32) {
        insert(number, at: place(of: number))
    }

    fileprivate mutating func removeInOrder(_ number: Int32) {
        let place = place(of: number)
        if place < count, self[place] == number { remove(at: place) }
    }
}

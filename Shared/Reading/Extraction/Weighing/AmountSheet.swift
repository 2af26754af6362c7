import Evidence
import Foundation

/// What speaks for each sum being that of a deal told in a line.
struct AmountSheet {
    let document: DocumentLines
    let at: Int
    /// The drafts that the rules made of the line.
    let drafts: [Draft]

    /// A sum of the line or one beside it; known by where it stands.
    struct Sum {
        var money: Money
        var line: Int
        var place: Int
        var start: Int
    }

    /// The lines that are looked at, from the party's.
    private static let reach = -1...2
    /// The most words between a sum and the party's name that are looked at.
    private static let between = 8

    private var lines: [CueLine] { document.lines }

    /// The sums of the line and of those beside it in the block.
    func sums() -> [Sum] {
        Self.reach.flatMap { step -> [Sum] in
            let number = at + step
            guard lines.indices.contains(number), lines[number].block == lines[at].block else {
                return []
            }
            return lines[number].cues.enumerated().compactMap { place, cue in
                cue.money.map {
                    Sum(money: $0, line: number, place: place, start: cue.range.lowerBound)
                }
            }
        }
    }

    /// The sums, of a line that lists many those near a place.
    private func nearest(_ place: Int) -> [Sum] {
        let sums = sums()
        guard sums.count > Self.sumsMax else { return sums }
        func distance(_ sum: Sum) -> (Int, Int) { (abs(sum.line - at), abs(sum.place - place)) }
        return sums.sorted { distance($0) < distance($1) }.prefix(Self.sumsMax)
            .sorted { $0.start < $1.start }
    }

    /// How many sums are looked at for one party.
    private static let sumsMax = 24

    /// The sums by where they stand, with the evidence for the party at a place in the line.
    func candidates(for place: Int) -> [Int: EvidenceSet] {
        let sums = nearest(place)
        var found: [Int: EvidenceSet] = [:]
        for sum in sums {
            var own = document.blank
            addStanding(of: sum, among: sums, &own)
            addWords(around: sum, &own)
            if sum.line == at { addRelation(of: sum, to: place, among: sums, &own) }
            found[sum.start] = own
        }
        return found
    }

    private func addStanding(of sum: Sum, among sums: [Sum], _ found: inout EvidenceSet) {
        let step = sum.line - at
        let name = step == 0 ? "here" : step < 0 ? "before" : "after \(step)"
        let same = sums.filter { $0.line == sum.line }
        found.insert("bias")
        found.insert(EvidenceWord(name))
        if sums.count == 1 { found.insert("only") }
        if same.count == 1 { found.insert("\(name) only") }
        if same.first?.start == sum.start { found.insert("\(name) first") }
        if same.last?.start == sum.start { found.insert("\(name) last") }
        if !sums.contains(where: { $0.line == at }) { found.insert("\(name) none here") }
        if sums.allSatisfy({ $0.money.value <= sum.money.value }) { found.insert("largest") }
        found.insert("size \(Int(log10(max(1, sum.money.value))))")
        if drafts.contains(where: { $0.money?.value == sum.money.value }) { found.insert("rule") }
        if drafts.contains(where: { $0.money != nil && $0.money?.value != sum.money.value }) {
            found.insert("rule another")
        }
        found.insert("\(name) firms \(firms(in: sum.line))")
    }

    /// How many firms a line names, three for more.
    private func firms(in number: Int) -> Int {
        var count = 0
        for spot in lines[number].cues.indices where lines[number].cues[spot].names == ["<firm>"] {
            count += 1
            if count == 3 { break }
        }
        return count
    }

    private func addWords(around sum: Sum, _ found: inout EvidenceSet) {
        let cues = lines[sum.line].cues
        for step in 1...4 {
            for side in WordSide.both {
                let spot = sum.place + side.sign * step
                guard cues.indices.contains(spot) else { continue }
                for name in cues[spot].names {
                    if step <= 2 { found.insert(side.steps[step], name) }
                    found.insert(side.beside, name)
                }
            }
        }
        for title in lines[sum.line].headers[sum.place] ?? [] { found.insert("head ", title) }
    }

    private func addRelation(
        of sum: Sum,
        to place: Int,
        among sums: [Sum],
        _ found: inout EvidenceSet
    ) {
        let side = sum.place < place ? "-" : "+"
        let distance = abs(sum.place - place)
        found.insert(
            "\(side)\(distance <= 3 ? "1" : distance <= 8 ? "4" : distance <= 16 ? "9" : "17")"
        )
        let nearest = sums.filter { $0.line == at }
            .min { abs($0.place - place) < abs($1.place - place) }
        if nearest?.start == sum.start { found.insert("nearest") }
        let range = min(sum.place, place) + 1..<max(sum.place, place)
        if range.contains(where: { lines[at].cues[$0].names == ["<firm>"] }) {
            found.insert("\(side) past a firm")
        }
        guard distance <= Self.between else { return }
        let between = sum.place < place ? WordSide.before.between : WordSide.after.between
        for spot in range {
            for name in lines[at].cues[spot].names { found.insert(between, name) }
        }
    }
}

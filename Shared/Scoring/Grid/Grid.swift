import Evidence

/// The cells of function × factor: in each, the worst deployment counts.
struct Grid {
    /// Millionths of reach × status, times the four steps of a level.
    static let scale = 4_000_000

    let entries: [GridEntry]
    /// By function, then by factor, both in the order of their cases.
    private(set) var cells: [[Cell]] = []
    private let mutation: Mutation?
    private let underMax: Int

    init(_ entries: [GridEntry], underMax: Int, mutation: Mutation?) {
        self.entries = entries
        self.underMax = underMax
        self.mutation = mutation
        cells = (0..<GovernmentFunction.count).map { function in
            let covering = entries.indices.filter { entries[$0].weightsMost[function] > 0 }
            let uncovered = uncovered(in: function, by: covering)
            return Factor.allCases.map {
                cell($0, in: function, by: covering, uncovered: uncovered)
            }
        }
    }

    /// A cell before it is weighed; figures are in units of ``scale`` or millionths.
    struct Cell {
        var key = 0
        var most = 0
        var coverage = 0
        var level: Int?
        /// Indices of the entries that set the maximum.
        var top: [Int] = []
        /// The next entries, worst first.
        var under: [(index: Int, key: Int)] = []

        var value: Double { Double(key) / Double(Grid.scale) }
        var hi: Double { Double(most) / Double(Grid.scale) }
    }

    /// The share of a function, in millionths, that no known deployment covers.
    private func uncovered(in function: Int, by covering: [Int]) -> Int {
        var covered = 0
        for index in covering where !entries[index].isStatement {
            covered = max(covered, entries[index].weights[function])
        }
        return 1_000_000 - covered
    }

    /// Weighs one cell; `covering` are the entries that weigh something in the function at worst.
    private func cell(
        _ factor: Factor,
        in function: Int,
        by covering: [Int],
        uncovered: Int
    ) -> Cell {
        var cell = Cell()
        if factor.isOfTheSet { return cell }
        var keys: [(index: Int, key: Int)] = []
        for index in covering {
            guard let level = entries[index].bounds(of: factor, in: function) else { continue }
            let weight = entries[index].weights[function]
            let key = weight * level.lo
            cell.most = max(cell.most, key, entries[index].weightsMost[function] * level.hi)
            if level.lo > 0 || level.hi == 0 { cell.coverage = max(cell.coverage, weight) }
            guard key > 0 else { continue }
            if key > cell.key {
                keys += cell.top.map { ($0, cell.key) }
                cell.key = key
                cell.top = [index]
            } else if key == cell.key {
                cell.top.append(index)
            } else {
                keys.append((index, key))
            }
        }
        if keys.count > 1 {
            keys.sort {
                $0.key == $1.key ? entries[$0.index].id < entries[$1.index].id : $0.key > $1.key
            }
        }
        cell.under = keys.count > underMax ? Array(keys.prefix(underMax)) : keys
        cell.level = level(of: cell, factor, in: function)
        if mutation != .worstIgnoresUnknown { cell.most = max(cell.most, uncovered * 4) }
        cell.most = max(cell.most, cell.key)
        if mutation != nil { breakRule(&cell, factor, function) }
        return cell
    }

    /// The worst level among the entries that set the cell; 0 where nothing but 0 is known.
    private func level(of cell: Cell, _ factor: Factor, in function: Int) -> Int? {
        if cell.coverage == 0 { return nil }
        var worst = 0
        for index in cell.top {
            worst = max(worst, entries[index].bounds(of: factor, in: function)?.lo ?? 0)
        }
        return worst
    }

    /// Aggregates in another way, for the mutations that do.
    private func breakRule(_ cell: inout Cell, _ factor: Factor, _ function: Int) {
        if mutation == .leastCovers {
            let known = entries.filter {
                $0.weights[function] > 0 && $0.level(factor, in: function)?.isKnown == true
            }
            cell.coverage = known.map { $0.weights[function] }.min() ?? 0
        }
        let keys = entries.compactMap { entry -> Int? in
            guard let level = entry.level(factor, in: function) else { return nil }
            let isAsked = entry.weights[function] > 0 && level.isKnown
            return isAsked ? entry.weights[function] * level.lo : nil
        }
        guard !keys.isEmpty else { return }
        switch mutation {
        case .cellsAdd: cell.key = min(Self.scale, keys.reduce(0, +))
        case .cellsAverage: cell.key = keys.reduce(0, +) / keys.count
        case .mildestLevelStands: cell.key = keys.min() ?? 0
        case .manyAreMilder: cell.key /= entries.count
        default: return
        }
        cell.most = max(cell.most, cell.key)
        if cell.key == 0 { cell.top = [] }
    }
}

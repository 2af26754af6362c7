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
            let uncovered = uncovered(in: function)
            return Factor.allCases.map { cell($0, in: function, uncovered: uncovered) }
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
    private func uncovered(in function: Int) -> Int {
        let covered = entries.lazy.filter { !$0.isStatement }.map { $0.weights[function] }.max()
        return 1_000_000 - (covered ?? 0)
    }

    private func cell(_ factor: Factor, in function: Int, uncovered: Int) -> Cell {
        var cell = Cell()
        if factor.isOfTheSet { return cell }
        var keys: [(index: Int, key: Int)] = []
        for (index, entry) in entries.enumerated() {
            guard let level = entry.level(factor, in: function) else { continue }
            let weight = entry.weights[function]
            let key = weight * level.lo
            cell.most = max(cell.most, key, entry.weightsMost[function] * level.hi)
            if level.isKnown, weight > cell.coverage { cell.coverage = weight }
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
        keys.sort {
            $0.key == $1.key ? entries[$0.index].id < entries[$1.index].id : $0.key > $1.key
        }
        cell.under = Array(keys.prefix(underMax))
        cell.level = level(of: cell, factor, in: function)
        if mutation != .worstIgnoresUnknown { cell.most = max(cell.most, uncovered * 4) }
        cell.most = max(cell.most, cell.key)
        if mutation != nil { breakRule(&cell, factor, function) }
        return cell
    }

    /// The worst level among the entries that set the cell; 0 where nothing but 0 is known.
    private func level(of cell: Cell, _ factor: Factor, in function: Int) -> Int? {
        if cell.coverage == 0 { return nil }
        return cell.top.compactMap { entries[$0].level(factor, in: function)?.lo }.max() ?? 0
    }

    /// Aggregates in another way, for the mutations that do.
    private func breakRule(_ cell: inout Cell, _ factor: Factor, _ function: Int) {
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
        default: return
        }
        cell.most = max(cell.most, cell.key)
        if cell.key == 0 { cell.top = [] }
    }
}

/// The connected components of a symmetric relation among `0..<count` (disjoint sets).
struct Components {
    private var parents: [Int]

    init(count: Int) {
        parents = Array(0..<count)
    }

    mutating func root(of index: Int) -> Int {
        var node = index
        while parents[node] != node {
            parents[node] = parents[parents[node]]
            node = parents[node]
        }
        return node
    }

    /// Puts two members in one component, whose root is its smallest member.
    mutating func join(_ left: Int, _ right: Int) {
        let (one, other) = (root(of: left), root(of: right))
        parents[max(one, other)] = min(one, other)
    }

    /// Each component's members in order; components in the order of their smallest member.
    var members: [[Int]] {
        var copy = self
        var lists: [[Int]] = Array(repeating: [], count: parents.count)
        for index in parents.indices { lists[copy.root(of: index)].append(index) }
        return lists.filter { !$0.isEmpty }
    }
}

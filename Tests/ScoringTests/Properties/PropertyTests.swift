import Scoring
import Testing

struct PropertyTests {
    /// How many worlds each property is tried in.
    static let seeds: UInt64 = 500

    @Test(arguments: Property.all)
    func `it holds in every world`(property: Property) throws {
        for seed in 0..<Self.seeds {
            #expect(try property.holds(seed, nil), "seed \(seed)")
        }
    }

    @Test(arguments: Mutation.allCases)
    func `a broken rule is noticed`(mutation: Mutation) throws {
        let properties = Property.all + Reference.all
        let notices = try (0..<30).contains { (seed: UInt64) in
            try properties.contains { try !$0.holds(seed, mutation) }
        }
        #expect(notices)
    }
}

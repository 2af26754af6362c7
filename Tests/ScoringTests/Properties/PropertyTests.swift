import Scoring
import Testing

struct PropertyTests {
    /// How many worlds each property is tried in.
    static let seeds: UInt64 = 20

    @Test(arguments: Property.all)
    func `it holds in every world`(property: Property) throws {
        for seed in 0..<Self.seeds {
            #expect(try property.holds(seed, nil), "seed \(seed)")
        }
    }
}

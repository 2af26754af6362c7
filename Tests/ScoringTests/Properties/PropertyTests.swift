import Foundation
import Scoring
import Testing

/// Each gives way between two worlds: tests that wait for a socket share the few threads.
struct PropertyTests {
    /// How many worlds each property is tried in.
    static let seeds: UInt64 = 500

    @Test(arguments: Property.all)
    func `it holds in every world`(property: Property) async throws {
        for seed in 0..<(property.isSeeded ? Self.seeds : 1) {
            await Task.yield()
            #expect(try property.holds(seed, nil), "seed \(seed)")
        }
    }

    @Test(arguments: Mutation.allCases)
    func `a broken rule is noticed`(mutation: Mutation) async throws {
        let named = Property.all.filter { $0.fails == mutation }
        for property in named + Property.rules + Reference.all + Property.all {
            await Task.yield()
            if try property.notices(mutation, seeds: 40) { return }
        }
        Issue.record("nothing notices it")
    }

    @Test(arguments: Property.all)
    func `it is seen failing under a broken rule`(property: Property) async throws {
        let mutation = try #require(property.fails, "no broken rule is named for it")
        await Task.yield()
        #expect(try property.notices(mutation, seeds: 100))
    }

    /// Run it with `MOORING_MUTATION_TABLE=1 swift test --filter mutations`; it takes minutes.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["MOORING_MUTATION_TABLE"] != nil))
    func `the table of mutations`() throws {
        print(try MutationTable(seeds: 12).text)
    }
}

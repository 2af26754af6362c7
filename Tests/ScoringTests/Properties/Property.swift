import Scoring
import Testing

/// A statement about the engine that must hold in every random world.
struct Property: Sendable, CustomTestStringConvertible {
    let name: String
    /// Whether it has more than one world to hold in.
    var isSeeded = true
    /// A broken rule under which it is seen failing in one of the first worlds.
    var fails: Mutation?
    /// Whether it holds in the world of a seed, under an engine with a rule broken or none.
    let holds: @Sendable (UInt64, Mutation?) throws -> Bool

    var testDescription: String { name }

    static let all: [Property] =
        bounds + sets + monotony + corroboration + neutrality + explanation + uncertainty
        + robustness + rules + incremental
}

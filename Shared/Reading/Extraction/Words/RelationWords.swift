/// `relations.yaml`: the words by which texts tell of ties between parties.
struct RelationWords: Sendable, Decodable {
    let english: English
    let chinese: Chinese

    struct English: Sendable, Decodable {
        let companies: Set<String>
        let subsidiaries: Set<String>
        let parents: Set<String>
        let bodies: Set<String>
        let partners: Set<String>
        let rivals: Set<String>
        let states: Set<String>
        let owned: Set<String>
        let ownedAdverbs: Set<String>
        let setUp: Set<String>
        let shareholders: Set<String>
        let holds: Set<String>
        let fractions: [String: Double]
        let regulating: Set<String>
        let regulators: Set<String>
        let settlements: Set<String>
        let belongs: [String]
        let consortia: Set<String>
        let pacts: [String]
        let signs: Set<String>
        let beats: Set<String>
        let picks: Set<String>
        let vies: Set<String>
        let jointly: Set<String>
        let receives: Set<String>
        let money: Set<String>
        let takeovers: Set<String>
        let stakeVerbs: Set<String>
        let nationals: Set<String>
        let asides: Set<String>
        let lending: Set<String>
        /// What is lent and has to be paid back.
        let loans: Set<String>
        let victims: Set<String>
        let locatives: Set<String>
        let gangs: Set<String>
        let partnerships: Set<String>
        let offices: Set<String>

        private enum CodingKeys: String, CodingKey {
            case companies, subsidiaries, parents, bodies, partners, rivals, states, owned
            case ownedAdverbs = "owned_adverbs"
            case setUp = "set_up"
            case shareholders, holds, fractions, regulating, regulators, settlements
            case belongs, consortia, pacts, signs, beats, picks, vies, jointly, receives
            case money, takeovers, partnerships, nationals, asides, lending, loans, victims
            case locatives, gangs, offices
            case stakeVerbs = "stake_verbs"
        }
    }

    struct Chinese: Sendable, Decodable {
        /// Before an amount that is not the price of a deal.
        let asides: [String]
        /// What is lent and has to be paid back: characters.
        let loans: Set<String>
        let subsidiaries: [String]
        let under: Set<String>
        let within: Set<String>
        let belongs: [String]
        let parents: Set<String>
        let holders: Set<String>
        let controllers: Set<String>
        let controlled: [String]
        let becomesController: [String]
        let shares: [String]
        let stateOwned: [String]
        let companies: [String]
        let seats: [String]
        let ventures: [String]
        let pacts: [String]
        let rivals: Set<String>
        let rivalry: [String]
        let titles: [String]
        let issues: [String]
        let subscribes: [String]
        let regulating: [String]
        let regulators: [String]
        let unsure: [String]
        let led: [String]
        let planned: [String]

        private enum CodingKeys: String, CodingKey {
            case asides, loans
            case subsidiaries, under, within, belongs, parents, holders, controllers, controlled
            case becomesController = "becomes_controller"
            case shares
            case stateOwned = "state_owned"
            case companies
            case seats, ventures, pacts, rivals, rivalry, titles, issues, subscribes, regulating
            case regulators, unsure, led, planned
        }
    }
}

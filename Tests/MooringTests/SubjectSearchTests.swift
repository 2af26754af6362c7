import Testing

@testable import Mooring

struct SubjectSearchTests {
    private let items = ["Senegal", "Serbia", "Ministry of Health of Kenya"].map { name in
        let none = RankingList.Figures(evidenced: 0, hi: 100, coverage: 0)
        return RankingList.Item(
            rank: nil,
            id: name.lowercased(),
            name: name,
            dataSovereignty: none,
            lockIn: none,
            methodology: "1",
            profile: "prior",
            asOf: "2026-01-01"
        )
    }

    @Test(arguments: [
        ("Sengal", ["Senegal"]), ("serbai", ["Serbia"]), ("France", []),
        ("Ministy of Heath of Kenia", ["Ministry of Health of Kenya"]), ("", []),
    ])
    func `a slip of the hand finds what was meant`(_ typed: String, _ meant: [String]) {
        #expect(SubjectSearch.near(typed, items).map(\.name) == meant)
    }
}

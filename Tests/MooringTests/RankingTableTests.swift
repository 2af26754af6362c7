import Testing

@testable import Mooring

struct RankingTableTests {
    private func list(_ lockIn: RankingList.Figures) -> RankingList {
        let known = RankingList.Figures(evidenced: 41.25, hi: 60, coverage: 0.3)
        let item = RankingList.Item(
            rank: 1,
            id: "xa",
            name: "Arcadia",
            dataSovereignty: known,
            lockIn: lockIn,
            methodology: "1",
            profile: "prior",
            asOf: "2026-01-01"
        )
        return RankingList(total: 1, items: [item])
    }

    @Test func `a score of which nothing is known is unknown and not 0`() {
        let table = RankingTable(list(.init(evidenced: 0, hi: 100, coverage: 0)))
        #expect(table.markdown.contains("| 41.3 | 41.3–60.0 | 30 % | – | unknown | 0.0–100.0 |"))
        #expect(table.text.contains("unknown"))
    }

    @Test func `a table without a rank says so`() {
        var list = list(.init(evidenced: 0, hi: 100, coverage: 0.001))
        list.items[0].rank = nil
        #expect(RankingTable(list).text.contains("no government is ranked"))
        #expect(RankingTable(list).text.contains("< 1 %"))
    }

    @Test func `a score that is known to be 0 is 0`() {
        let table = RankingTable(list(.init(evidenced: 0, hi: 90, coverage: 0.1)))
        #expect(table.markdown.contains("| – | 0.0 | 0.0–90.0 | 10 % |"))
    }
}

import Evidence
import Gazetteer
import Reading
import Testing

struct NamesComparerTests {
    private func comparer() throws -> NameComparer {
        try NameComparer(
            catalogue: Catalogue(
                entries: MatchingFixture.entries,
                countries: MatchingFixture.countries
            )
        )
    }

    @Test(arguments: [
        ("Corvine Aktiengesellschaft", "Corvine AG"),
        ("Corvine S.A.R.L.", "Corvine SARL"),
        ("The Corvine Company", "Corvine Co."),
        ("Good Harbour Systems", "Goodharbour Systems"),
        ("First Corvine Bank", "1st Corvine Bank"),
        ("Corvïne & Sons Ltd", "Corvine and Sons Limited"),
        ("Trafelgar Systems Holding", "Trafalgar Systems Holding"),
        ("Tianhe Network Co., Ltd.", "天河网络有限公司"),
        ("Bank of Senegal", "塞内加尔银行"),
    ])
    func `the same name in another spelling is the same`(left: String, right: String) throws {
        #expect(try comparer().compare(left, right).decision == .same)
    }

    @Test(arguments: [
        ("Corvine Fund 3", "Corvine Fund 4", "another number"),
        ("Corvine Bank of Kenya", "Corvine Bank of Egypt", "another place"),
        ("Corvine Insurance", "Zellmark Insurance", "contradicting names"),
        ("Corvine Agricultural Bank", "Corvine Development Bank", "contradicting words"),
    ])
    func `a contradiction is a veto with its reason`(
        left: String,
        right: String,
        reason: String
    ) throws {
        let comparison = try comparer().compare(left, right)
        #expect(comparison.decision == .different)
        #expect(comparison.reasons.contains { $0.contains(reason) })
    }

    @Test(arguments: [
        ("Corvine Group", "Corvine"),
        ("TDX", "Tarvos Data Xchange"),
    ])
    func `a name that may be short for another is ambiguous`(left: String, right: String) throws {
        #expect(try comparer().compare(left, right).decision == .ambiguous)
    }

    @Test func `a word that tells namesakes apart is not left out`() throws {
        #expect(try comparer().compare("Corvine Cloud", "Corvine").decision == .different)
    }
}

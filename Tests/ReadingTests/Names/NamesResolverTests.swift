import Evidence
import Gazetteer
import Reading
import Testing

struct NamesResolverTests {
    private func resolver() throws -> NameResolver {
        try NameResolver(finder: MatchingFixture.finder())
    }

    @Test func `a known name resolves to its entity`() throws {
        #expect(try resolver().resolve("Lanhai Technologies").entity == "lanhai")
        #expect(try resolver().resolve("藍海雲").entity == "lanhai-cloud")
    }

    @Test func `a legal form or a slip of the pen does not hide a name`() throws {
        #expect(try resolver().resolve("Peak Telecom S.A.").entity == "peak")
        #expect(try resolver().resolve("China Progres Bank Ltd").entity == "china-bank")
    }

    @Test func `a composed body resolves to the catalogued one`() throws {
        #expect(try resolver().resolve("Chinese Ministry of Education").entity == "cn-moe")
        #expect(try resolver().resolve("Egyptian Ministry of Education").entity == nil)
    }

    @Test func `an entity elsewhere is vetoed`() throws {
        #expect(try resolver().resolve("Peak Telecom", country: "fr").entity == "peak")
        #expect(try resolver().resolve("Peak Telecom", country: "ke").entity == nil)
    }

    @Test func `an unknown name is different from all`() throws {
        let resolution = try resolver().resolve("Corvine Biometrics")
        #expect(resolution.decision == .different)
        #expect(resolution.candidates == [])
    }
}

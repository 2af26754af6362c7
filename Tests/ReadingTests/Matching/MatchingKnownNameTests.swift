import Evidence
import Reading
import Testing

struct MatchingKnownNameTests {
    @Test(arguments: [
        "Lanhai Cloud", "LANHAI CLOUD", "**Lanhai Cloud**", "Lanhai **Cloud**",
        "<b>Lanhai</b> Cloud",
        "Ｌａｎｈａｉ Cloud", "Lanhai\u{00A0}Cloud", "Lanhai-Cloud", "[Lanhai Cloud](https://a.example)",
    ])
    func `a name is found however it is written`(form: String) throws {
        let text = "The contract went to \(form) in May."
        let found = try Found(text)
        let mention = try #require(found.result.mentions.first { $0.entity == "lanhai-cloud" })
        let scalars = Array(text.unicodeScalars)
        var slice = String.UnicodeScalarView()
        slice.append(contentsOf: scalars[mention.range])
        #expect(String(slice) == mention.surface)
    }

    @Test func `a name runs across a soft line break`() throws {
        let found = try Found("After long talks the city chose Lanhai\nCloud for its archive.")
        #expect(found.names.contains { $0.hasSuffix("=lanhai-cloud") })
    }

    @Test func `a heading and the line after it are not one name`() throws {
        let found = try Found("Lanhai\nCloud services grew quickly last year.")
        #expect(found.names == ["Lanhai=lanhai"])
    }

    @Test func `a sentence's end is not inside a name`() throws {
        let found = try Found("They bought it from Lanhai. Cloud costs rose.")
        #expect(found.mention("Lanhai")?.entity == "lanhai")
        #expect(!found.names.contains { $0.hasSuffix("=lanhai-cloud") })
    }

    @Test func `an ordinary word in lower case is no name`() throws {
        let found = try Found("The peak was reached when lanhai was not even founded.")
        #expect(found.names == [])
    }

    @Test func `a contextual name needs a second sign`() throws {
        #expect(try Found("Peak is how they described the season.").names == [])
        let framed = try Found("The contract was awarded to Peak by the city.")
        #expect(framed.mention("Peak")?.entity == "peak")
        let known = try Found("Peak Telecom built it. Later Peak left.")
        #expect(known.names == ["Peak Telecom=peak", "Peak=peak"])
    }

    @Test func `an acronym needs its exact case and its country`() throws {
        #expect(try Found("AOD is a term of art.").names == [])
        let scoped = try Found("In Kenya the AOD answered.")
        #expect(scoped.mention("AOD")?.entity == "ministry-x")
        #expect(try Found("In Kenya the aod answered.").mention("aod") == nil)
    }

    @Test func `a demonym is a mention of its country`() throws {
        let mention = try #require(try Found("A Senegalese delegation left.").mention("Senegalese"))
        #expect(mention.entity == "sn")
        #expect(mention.use == .demonym)
    }

    @Test func `a country's government is the country`() throws {
        let found = try Found("The Serbian government signed; so did the government of Kenya.")
        #expect(found.mention("Serbian government")?.entity == "rs")
        #expect(found.mention("government of Kenya")?.entity == "ke")
    }

    @Test func `Chinese names are found without spaces, in both scripts`() throws {
        let found = try Found("塞內加爾政府與藍海科技簽署協議。")
        #expect(found.names == ["塞內加爾政府=sn", "藍海科技=lanhai"])
    }

    @Test func `a name in an address on the web is not a mention`() throws {
        #expect(try Found("See https://www.example.com/Lanhai/Cloud for more.").names == [])
    }

    @Test func `a capital may stand for its government`() throws {
        let acting = try Found("Beijing seeks influence over standards.")
        #expect(acting.mention("Beijing")?.entity == "cn")
        #expect(acting.mention("Beijing")?.use == .metonym)
        #expect(
            try Found("They met in Beijing on Monday.").mention("Beijing")?.entity == "cn-beijing"
        )
        #expect(try Found("Beijing's decision came late.").mention("Beijing")?.entity == "cn")
        let between = try Found("A pact between Kenya and Beijing was signed.")
        #expect(between.mention("Beijing")?.entity == "cn")
    }

    @Test func `a capital that no file has as a place lies in its country`() throws {
        let dakar = try #require(try Found("The centre is in Dakar now.").entity("Dakar"))
        #expect(dakar.kind == .territory)
        #expect(dakar.within == "sn")
    }
}

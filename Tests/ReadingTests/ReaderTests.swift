import Evidence
import Testing

@testable import Reading

/// What every reading promises, whatever the text.
struct ReaderTests {
    private static let briefing = """
        # Networks of two countries

        Peru: The ministry signed a contract with Ericsson for a 5G network worth $40 million.

        Fiji: A data centre built by Huawei and funded by the World Bank opened in 2020. The tax \
        portal went offline for three days.
        """

    @Test func `every quote is what stands at its range`() throws {
        let reading = try Shelf.read(Self.briefing)
        let scalars = Array(Self.briefing.unicodeScalars)
        #expect(!reading.claims.isEmpty)
        for claim in reading.claims {
            var words = String.UnicodeScalarView()
            words.append(contentsOf: scalars[claim.quote.range])
            #expect(String(words) == claim.quote.text)
            #expect(claim.quote.text.count >= 12)
        }
    }

    @Test func `the same text gives the same claims`() throws {
        let first = try Shelf.read(Self.briefing).claims
        let second = try Shelf.read(Self.briefing).claims
        #expect(first == second)
    }

    @Test func `a memorandum is agreed and no contract`() throws {
        let claims = try Shelf.read(
            "Kenya signed a memorandum of understanding with Oracle on a data centre."
        ).claims
        #expect(statuses(claims) == [.agreed])
    }

    @Test func `a contract is contracted`() throws {
        let claims = try Shelf.read("Kenya signed a contract with Oracle for a data centre.").claims
        #expect(statuses(claims) == [.contracted])
    }

    @Test func `a text without deals gives no deployment`() throws {
        let text = """
            The museum in Vienna opened an exhibition on Monday. Visitors praised the paintings, and \
            the director thanked the city for its support. Microsoft reported higher profits. \
            Analysts expect the cloud market to reach $900 billion by 2030.
            """
        let claims = try Shelf.read(text).claims
        #expect(statuses(claims).isEmpty)
    }

    @Test func `an undisclosed supplier is withheld`() throws {
        let text =
            "Zambia: The government has picked an undisclosed provider to build a biometric database."
        let claims = try Shelf.read(text).claims
        let isWithheld = claims.contains { claim in
            if case .deployment(let deployment) = claim.content {
                deployment.isSupplierWithheld
            } else {
                false
            }
        }
        #expect(isWithheld)
    }

    @Test(arguments: ["", "\n\n\n", "- - - -", "| | |", "((((((", "。。。，，", "a\u{0}b", "\u{FEFF}"])
    func `odd texts are read without claims`(_ text: String) throws {
        let claims = try Shelf.read(text).claims
        #expect(claims.isEmpty)
    }

    @Test func `random marks and letters do no harm`() throws {
        var state: UInt64 = 42
        let alphabet = Array(
            "abc ABC 123 $€.,;:()[]-*#|\t\n\u{534E}\u{4E3A}\u{3002}\u{201C}".unicodeScalars
        )
        for _ in 0..<20 {
            var text = String.UnicodeScalarView()
            for _ in 0..<400 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text.append(alphabet[Int(state >> 33) % alphabet.count])
            }
            _ = try Shelf.read(String(text))
        }
    }

    private func statuses(_ claims: [Claim]) -> [Deployment.Status] {
        claims.compactMap { claim in
            if case .deployment(let deployment) = claim.content { deployment.status } else { nil }
        }
    }

    @Test(arguments: [
        ("Papua New Guinea bought cameras from Huawei.", ["Huawei", "Papua New Guinea"]),
        ("尼日利亚从华为购买摄像机。", ["Huawei", "Nigeria"]),
        ("New South Wales bought cameras from Huawei.", ["Huawei", "New South Wales"]),
    ])
    func `a place inside a place's name is not spoken of`(text: String, names: [String]) throws {
        #expect(try Shelf.annotate(text).entities.map(\.name).sorted() == names)
    }
}

import Evidence
import Testing

@testable import Reading

/// Amounts, dates and shares in both languages.
struct ExtractionQuantityTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var value: Double
        var currency: String

        var testDescription: String { text }
    }

    @Test(arguments: [
        Case(text: "a loan of US$1.5 billion", value: 1.5e9, currency: "USD"),
        Case(text: "EUR 88 million", value: 88e6, currency: "EUR"),
        Case(text: "€70m for cameras", value: 70e6, currency: "EUR"),
        Case(text: "some 36 billion baht", value: 36e9, currency: "THB"),
        Case(text: "Rs 4,242 crore", value: 4242e7, currency: "INR"),
        Case(text: "a 20 million-dollar contract", value: 20e6, currency: "USD"),
        Case(text: "USD 46.2 m", value: 46.2e6, currency: "USD"),
        Case(text: "EUR 19,5 million", value: 19.5e6, currency: "EUR"),
        Case(text: "EUR 1,284,600 in all", value: 1_284_600, currency: "EUR"),
        Case(text: "12,75 mio euros", value: 12.75e6, currency: "EUR"),
        Case(text: "总金额：1086万元", value: 10_860_000, currency: "CNY"),
        Case(text: "约1.2亿美元", value: 120e6, currency: "USD"),
        Case(text: "人民币3亿元", value: 300e6, currency: "CNY"),
    ])
    func `an amount is read with its currency`(_ example: Case) throws {
        let money = try quantities(example.text).compactMap { quantity -> Money? in
            if case .money(let money) = quantity.value { money } else { nil }
        }
        let first = try #require(money.first)
        #expect(abs(first.value - example.value) < 1)
        #expect(first.currency == example.currency)
    }

    @Test func `a date is as fine as the text gives it`() throws {
        #expect(try dates("in 2018 it").first == PartialDate(year: 2018))
        #expect(
            try dates("on 14 February 2021").first == PartialDate(year: 2021, month: 2, day: 14)
        )
        #expect(try dates("March 2019").first == PartialDate(year: 2019, month: 3))
        #expect(try dates("2019年8月23日").first == PartialDate(year: 2019, month: 8, day: 23))
    }

    @Test func `a plain number is no amount`() throws {
        let found = try quantities("900 cameras in 12 towns")
        #expect(!found.contains { $0.isMoney })
    }

    @Test(arguments: [
        ("They paid $120 million all told.", "USD"), ("$4 million top it up", "USD"),
        ("It cost 340 million MAD.", "MAD"),
    ])
    func `a word in small letters is no currency's code`(text: String, currency: String) throws {
        let money = try quantities(text).compactMap { quantity -> Money? in
            if case .money(let money) = quantity.value { money } else { nil }
        }
        #expect(money.map(\.currency) == [currency])
    }

    @Test(arguments: [
        ("Pakistan paid Huawei 12 billion rupees for the safe city system in Lahore.", "PKR"),
        ("India paid Oracle 12 billion rupees for the tax system.", "INR"),
        ("Pakistan paid Huawei 12 billion Indian rupees for the safe city system.", "INR"),
        ("Cameroon paid Huawei 9 billion CFA francs for a national data centre.", "XAF"),
        ("Senegal paid Huawei 9 billion CFA francs for a national data centre.", "XOF"),
        ("Argentina paid Oracle 9 billion pesos for a national data centre.", "ARS"),
        ("Argentina paid Oracle 9 billion Mexican pesos for a national data centre.", "MXN"),
        ("Uganda paid Oracle 9 billion shillings for a national data centre.", "UGX"),
        ("Denmark paid Oracle 90 million kroner for a national data centre.", "DKK"),
        ("Rwanda paid Oracle 9 billion francs for a national data centre.", "RWF"),
        ("Switzerland paid Oracle 90 million francs for a national data centre.", "CHF"),
        ("Australia paid Oracle $90 million for a national data centre.", "AUD"),
        ("Australia paid Oracle US$90 million for a national data centre.", "USD"),
        ("Kenya paid Oracle $90 million for a national data centre.", "USD"),
        ("Kenya paid OpenText $90 million for a national data centre.", "USD"),
        ("Canada paid OpenText $90 million for a national data centre.", "CAD"),
        ("The World Bank lends Fiji $90 million for a national data centre.", "USD"),
        ("Fiji paid Oracle $90 million for a national data centre.", "FJD"),
        ("Laos paid Toshiba ¥900 million for a national data centre.", "JPY"),
        ("Laos paid Huawei ¥900 million for a national data centre.", "CNY"),
    ])
    func `a shared word is the currency of the deal's country`(
        text: String,
        currency: String
    ) throws {
        let amounts = try Shelf.read(text).claims.compactMap { claim -> Money? in
            if case .deployment(let deal) = claim.content { deal.amount } else { nil }
        }
        #expect(amounts.map(\.currency) == [currency])
    }

    @Test(arguments: [
        "Kenya paid Oracle 90 million pesos for a national data centre.",
        "Kenya paid Oracle 90 million crowns for a national data centre.",
        "Kenya paid Oracle 90 million francs for a national data centre.",
        "Argentina paid Oracle 90 million rials for a national data centre.",
        "Argentina paid Oracle 90 million shillings for a national data centre.",
    ])
    func `a word of many countries' money is no amount where no home has it`(text: String) throws {
        let deals = try Shelf.read(text).claims.compactMap { claim -> Deployment? in
            if case .deployment(let deal) = claim.content { deal } else { nil }
        }
        #expect(deals.count == 1)
        #expect(deals.allSatisfy { $0.amount == nil })
    }

    private static let figures: [(String, Double?)] = [
        ("12.05.2021", nil), ("192.168.1.1", nil), ("2.0.1", nil), ("12.05,5", nil),
        ("1.284.600", 1_284_600), ("1.284.600,50", 1_284_600.5), ("46,2", 46.2), ("46.25", 46.25),
        ("1,284,600.50", 1_284_600.5),
    ]

    @Test(arguments: figures)
    func `dots are dropped between thousands only`(text: String, value: Double?) {
        #expect(QuantityReader.decimal(text) == value)
    }

    private func quantities(_ text: String) throws -> [Quantity] {
        let scalars = ScalarText(text)
        let tokens = LexemeReader.tokens(of: scalars, in: 0..<scalars.count)
        return try Shelf.reader.get().lexicon.quantities.quantities(in: tokens)
    }

    private func dates(_ text: String) throws -> [PartialDate] {
        try quantities(text).compactMap { quantity in
            if case .date(let date) = quantity.value { date } else { nil }
        }
    }
}

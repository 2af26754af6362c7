import Evidence
import Scoring
import Testing

struct FormulaPageTests {
    private func page() throws -> FormulaPage {
        FormulaPage(try Delivered.methodology.get())
    }

    @Test func `every table's rows have as many fields as columns`() throws {
        for table in try page().sections.flatMap(\.tables) {
            #expect(!table.rows.isEmpty, "\(table.caption)")
            #expect(table.rows.allSatisfy { $0.count == table.columns.count }, "\(table.caption)")
        }
    }

    @Test func `the page says what the file says`() throws {
        let methodology = try Delivered.methodology.get()
        let text = try page().markdown()
        for definition in methodology.factors.values {
            #expect(text.contains(definition.name))
            #expect(definition.ladder.allSatisfy(text.contains))
        }
        for law in methodology.laws.values {
            #expect(text.contains(law.law) && law.doubt.map(text.contains) ?? true)
        }
        for profile in methodology.profiles.values { #expect(text.contains(profile.title)) }
        for kind in Statement.Kind.allCases {
            #expect(text.contains("| \(kind.rawValue.replacing("-", with: " ")) |"))
        }
    }

    @Test func `each factor stands under its objective`() throws {
        let matrix = try #require(
            try page().sections.first { $0.heading == "Factors and objectives" }?.tables.first
        )
        #expect(matrix.rows.map { $0[0] } == Factor.allCases.map(\.rawValue))
        #expect(matrix.rows[0] == ["D1", "gate", "", "", "", "", "", "", ""])
        #expect(matrix.rows[7] == ["D10", "", "", "", "", "yes", "", "", ""])
    }

    @Test func `a figure that changes in the file changes on the page`() throws {
        var methodology = try Delivered.methodology.get()
        let before = FormulaPage(methodology)
        methodology.confidence.admission = 0.37
        methodology.statements[.supplierDependence]?.factors[.l3] = 4
        let after = FormulaPage(methodology)
        #expect(after != before)
        #expect(after.markdown().contains("admitted from 0.37"))
        #expect(after.markdown().contains("| supplier dependence | L3 4 |"))
    }

    @Test func `a mark within a text is no mark of the page`() throws {
        var methodology = try Delivered.methodology.get()
        methodology.laws["AA"] = .init(
            jurisdiction: "AA",
            compels: true,
            law: "a | b *c* <d>",
            source: "https://example.org"
        )
        #expect(FormulaPage(methodology).markdown().contains(#"a \| b \*c\* \<d>"#))
    }
}

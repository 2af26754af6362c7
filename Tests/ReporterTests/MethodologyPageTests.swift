import Foundation
import Scoring
import Testing

@testable import Reporter

struct MethodologyPageTests {
    @Test func `the formula can be read, from the ranking on`() async throws {
        let reporter = try ReporterUnderTest(SampleWorld())
        let ranking = HTML(try await reporter.page("/").text)
        #expect(ranking.links.contains("/methodology"))
        let page = try await reporter.page("/methodology")
        #expect(page.status == 200)
        let methodology = try Methodology.bundled()
        #expect(page.text.contains(methodology.version))
        let text = FormulaPage(methodology)
        for section in text.sections {
            #expect(page.text.contains("\(section.heading)</h2>"))
        }
        let rows = text.sections.flatMap(\.tables).reduce(0) { $0 + $1.rows.count }
        #expect(page.text.components(separatedBy: "<tr><td>").count - 1 == rows)
    }

    @Test func `each section has a name of its own to lead to`() throws {
        let anchors = try MethodologyPage(Methodology.bundled()).sections.map(\.anchor)
        #expect(Set(anchors).count == anchors.count)
    }
}

import Evidence
import Foundation
import HTTPTypes
import Testing

@testable import Reporter

struct PageTests {
    @Test func `from every number a click leads to something that is there`() async throws {
        let reporter = try ReporterUnderTest(SampleWorld())
        var open = ["/"]
        var seen: Set<String> = ["/"]
        var pages: [String: HTML] = [:]
        while let path = open.popLast() {
            let answer = try await reporter.page(path)
            #expect(answer.status == 200, "\(path)")
            pages[path] = HTML(answer.text)
            for target in HTML(answer.text).links.map({ HTML.path(of: $0, from: path) })
            where target.hasPrefix("/") && seen.insert(target).inserted {
                open.append(target)
            }
        }
        #expect(pages.keys.contains("/subjects/xa"))
        #expect(pages.keys.contains { $0.hasPrefix("/documents/") })
        for (path, page) in pages {
            for link in page.links {
                guard let fragment = link.split(separator: "#").dropFirst(0).last,
                    link.contains("#")
                else { continue }
                let target = HTML.path(of: link, from: path)
                #expect(pages[target]?.ids.contains(String(fragment)) == true, "\(path) → \(link)")
            }
        }
    }

    @Test func `a score is two clicks from the sentence it rests on`() async throws {
        let reporter = try ReporterUnderTest(SampleWorld())
        let ranking = HTML(try await reporter.page("/").text)
        #expect(ranking.links.contains("/subjects/xa#D"))
        let subject = HTML(try await reporter.page("/subjects/xa").text)
        let sum = try #require(subject.part(from: "id=\"D\"", to: "</tbody>"))
        let rows = sum.components(separatedBy: "<tr>").dropFirst(2)
        #expect(!rows.isEmpty)
        #expect(rows.allSatisfy { $0.contains("href=\"#q") })
    }

    @Test func `each quote is in its document word for word, and marked there`() async throws {
        let world = SampleWorld()
        let reporter = try ReporterUnderTest(world)
        for claim in world.claims {
            let page = try await reporter.page("/documents/\(claim.quote.document)").text
            let anchor = "<mark><span class=\"anchor\" id=\"\(claim.id)\"></span>"
            #expect(page.contains(anchor + claim.quote.text))
        }
    }

    @Test func `the first page begins with the ranking`() async throws {
        let page = try await ReporterUnderTest(SampleWorld()).page("/").text
        let ranking = try #require(page.range(of: "id=\"ranking\""))
        let alerts = try #require(page.range(of: "id=\"alerts\""))
        #expect(ranking.lowerBound < alerts.lowerBound)
    }

    @Test func `what is not known is said to be unknown`() async throws {
        let reporter = try ReporterUnderTest(SampleWorld())
        let page = HTML(try await reporter.page("/subjects/xa").text)
        let grid = try #require(page.part(from: "Functions and questions", to: "</table>"))
        let row = try #require(
            grid.components(separatedBy: "<tr>").first { $0.contains("Networks") }
        )
        #expect(row.contains(">unknown</td>"))
        #expect(!row.contains(">0 <small>"))
    }

    @Test func `a page may load nothing but the style sheet`() async throws {
        let reporter = try ReporterUnderTest(SampleWorld())
        let answer = try await reporter.page("/")
        let policy = try #require(answer.headers[.contentSecurityPolicy])
        #expect(policy.hasPrefix("default-src 'none'; style-src 'self';"))
        #expect(try await reporter.page("/style.css").status == 200)
        #expect(!answer.text.contains("<script"))
        #expect(!answer.text.contains(" style="))
    }

    @Test func `documents and entities can be searched and leafed through`() async throws {
        let reporter = try ReporterUnderTest(SampleWorld())
        let found = HTML(try await reporter.page("/documents?q=Arcadia+opens").text)
        #expect(found.links.filter { $0.hasPrefix("/documents/") }.count == 1)
        let first = HTML(try await reporter.page("/entities?limit=2").text)
        #expect(first.links.contains("/entities?limit=2&offset=2"))
    }

    @Test func `an empty reporter has pages too`() async throws {
        let reporter = try ReporterUnderTest()
        let page = try await reporter.page("/")
        #expect(page.status == 200)
        #expect(page.text.contains("There is nothing to rank yet"))
    }
}

/// Just enough of HTML to follow its links.
struct HTML {
    let text: String
    let links: [String]
    let ids: Set<String>

    init(_ text: String) {
        self.text = text
        links = Self.values(of: " href=\"", in: text)
            .map { $0.replacing("&amp;", with: "&") }
            .filter { !$0.hasPrefix("data:") }
        ids = Set(Self.values(of: " id=\"", in: text))
    }

    /// The text between two others, the first of its kind.
    func part(from start: String, to end: String) -> String? {
        guard let after = text.range(of: start)?.upperBound,
            let stop = text.range(of: end, range: after..<text.endIndex)
        else { return nil }
        return String(text[after..<stop.lowerBound])
    }

    static func path(of link: String, from page: String) -> String {
        let path = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)[0]
        return path.isEmpty ? page : String(path)
    }

    private static func values(of attribute: String, in text: String) -> [String] {
        text.components(separatedBy: attribute).dropFirst().map { rest in
            String(rest.prefix { $0 != "\"" })
        }
    }
}

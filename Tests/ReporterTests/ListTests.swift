import GRDB
import HTTPTypes
import Testing

@testable import Reporter

struct ListTests {
    let reporter: ReporterUnderTest

    init() throws {
        reporter = try ReporterUnderTest(SampleWorld())
    }

    @Test func `pages put together are the list, and each tells how long it is`() async throws {
        let whole = try await reporter.get("/api/v1/claims").items().map { $0["id"] as? String }
        var parts: [String?] = []
        for offset in stride(from: 0, to: whole.count, by: 2) {
            let page = try await reporter.get("/api/v1/claims?limit=2&offset=\(offset)")
            #expect(try page.json()["total"] as? Int == whole.count)
            parts += try page.items().map { $0["id"] as? String }
        }
        #expect(whole.count == 5)
        #expect(parts == whole)
    }

    @Test func `a page that is not the last tells where the next is`() async throws {
        let name = try #require(HTTPField.Name("Link"))
        let first = try await reporter.get("/api/v1/entities?limit=3&sort=name")
        #expect(
            first.headers[name]
                == "</api/v1/entities?sort=name&limit=3&offset=3>; rel=\"next\""
        )
        let last = try await reporter.get("/api/v1/entities?limit=3&offset=3")
        #expect(last.headers[name] == nil)
    }

    @Test func `a list is sorted as asked, rising and falling`() async throws {
        let rising = try await names("/api/v1/entities?sort=name")
        #expect(rising == rising.sorted())
        #expect(try await names("/api/v1/entities?sort=-name") == rising.reversed())
    }

    @Test(arguments: [
        Filtering("/api/v1/entities?q=阿卡", ["xa"]),
        Filtering("/api/v1/entities?q=%E9%98%BF%E5%8D%A1", ["xa"]),
        Filtering("/api/v1/entities?q=vendor+corp", ["vendor"]),
        Filtering("/api/v1/entities?q=%25", []),
        Filtering("/api/v1/entities?kind=country&jurisdiction=XB", ["xb"]),
        Filtering("/api/v1/subjects?kind=territory", ["xa-port"]),
        Filtering("/api/v1/documents?state=rejected", [String(repeating: "f", count: 64)]),
        Filtering("/api/v1/documents?q=harbour", [String(repeating: "0", count: 63) + "1"]),
    ])
    func `filters let through what they say`(_ filtering: Filtering) async throws {
        let items = try await reporter.get(filtering.path).items()
        #expect(items.map { $0["id"] as? String } == filtering.ids)
    }

    @Test func `claims are found by whom they name and by sort`() async throws {
        func total(_ query: String) async throws -> Int? {
            try await reporter.get("/api/v1/claims?\(query)").json()["total"] as? Int
        }
        #expect(try await total("entity=bank") == 3)
        #expect(try await total("subject=xa-port") == 1)
        #expect(try await total("kind=statement") == 1)
        #expect(try await total("kind=statement:migration-difficulty&polarity=denied") == 0)
    }

    @Test func `unknown figures are null and not 0`() async throws {
        let items = try await reporter.get("/api/v1/subjects").items()
        let first = try #require(items.first)
        #expect(first["rank"] != nil)
        let figures = items.flatMap { item in
            ["dataSovereignty", "lockIn"].compactMap { item[$0] as? [String: Any] }
        }
        #expect(figures.allSatisfy { $0.keys.contains("intensity") && $0.keys.contains("floor") })
    }

    @Test func `the ranking has ranks from 1 in its order`() async throws {
        let items = try await reporter.get("/api/v1/subjects?ranked=true").items()
        #expect(!items.isEmpty)
        #expect(items.compactMap { $0["rank"] as? Int } == Array(1...items.count))
    }

    // MARK: - CSV

    @Test(arguments: ["/api/v1/claims?format=csv", "/api/v1/claims"])
    func `a list is CSV where that is asked for`(_ path: String) async throws {
        let answer = try await reporter.get(path, accept: "text/csv, application/json;q=0.5")
        #expect(answer.headers[.contentType] == "text/csv; charset=utf-8")
        let lines = answer.text.split(separator: "\r\n", omittingEmptySubsequences: false)
        #expect(lines.first?.hasPrefix("id,kind,subject,subject_name,") == true)
        #expect(lines.count == 7)
    }

    @Test(arguments: ["subjects", "claims", "entities", "documents"])
    func `every row of a table has a field for every column`(_ list: String) async throws {
        let text = try await reporter.get("/api/v1/\(list)?format=csv").text
        let widths = Set(Self.rows(text).map(\.count))
        #expect(widths.count == 1)
    }

    @Test func `a score of which nothing is known is empty in a table`() {
        let known = SubjectItem.Figures(["d": 0.0, "dHi": 90.0, "dCoverage": 0.1], "d")
        let unknown = SubjectItem.Figures(["d": 0.0, "dHi": 100.0, "dCoverage": 0.0], "d")
        var table = CSVTable(columns: [])
        table.append(known.fields)
        table.append(unknown.fields)
        #expect(table.text.hasSuffix("\r\n0.0,90.0,0.1,,\r\n,100.0,0.0,,\r\n"))
    }

    @Test func `commas, quotes and line breaks stay within their field`() {
        var table = CSVTable(columns: ["first"])
        table.append([.text("a,b"), .text("say \"no\""), .text("two\nlines"), .empty, .number(0.5)])
        let expected = "\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",,0.5\r\n"
        #expect(table.text.hasSuffix(expected))
    }

    @Test(arguments: ["=1+1", "+1", "-1", "@sum", "\tx"])
    func `a text that a spreadsheet would run is disarmed`(_ text: String) {
        var table = CSVTable(columns: [])
        table.append([.text(text)])
        #expect(table.text.hasSuffix("'\(text)\r\n"))
    }

    private func names(_ path: String) async throws -> [String] {
        try await reporter.get(path).items().compactMap { $0["name"] as? String }
    }

    /// Reads CSV as RFC 4180 has it.
    private static func rows(_ text: String) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var field = ""
        var isQuoted = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                row.append(field)
                field = ""
            case "\n" where !isQuoted:
                rows.append(row + [field])
                row = []
                field = ""
            default: field.unicodeScalars.append(scalar)
            }
        }
        return rows
    }

    struct Filtering: CustomTestStringConvertible {
        var path: String
        var ids: [String]
        var testDescription: String { path }

        init(_ path: String, _ ids: [String]) {
            self.path = path
            self.ids = ids
        }
    }
}

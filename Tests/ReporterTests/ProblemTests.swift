import HTTPTypes
import Testing

@testable import Reporter

struct ProblemTests {
    let reporter: ReporterUnderTest

    init() throws {
        reporter = try ReporterUnderTest(SampleWorld())
    }

    @Test(arguments: [
        ("/api/v1/claims?limit=0", 400), ("/api/v1/claims?limit=1001", 400),
        ("/api/v1/claims?offset=-1", 400), ("/api/v1/claims?sort=rowid", 400),
        ("/api/v1/claims?subjekt=xa", 400), ("/api/v1/claims?format=xml", 400),
        ("/api/v1/subjects?ranked=perhaps", 400), ("/api/v1/report?as-of=2026", 400),
        ("/api/v1/report?profile=mine", 400), ("/api/v1/subjects/nowhere", 404),
        ("/api/v1/subjects/nowhere/evidence", 404), ("/api/v1/claims/none", 404),
        ("/api/v1/entities/none", 404), ("/api/v1/suppliers/none", 404),
        ("/api/v1/documents/none", 404), ("/api/v1/nothing", 404),
    ])
    func `a request that cannot be answered gets a problem document`(
        _ path: String,
        _ status: Int
    ) async throws {
        let answer = try await reporter.get(path)
        #expect(answer.status == status)
        #expect(answer.headers[.contentType] == "application/problem+json")
        let problem = try answer.json()
        #expect(problem["status"] as? Int == status)
        #expect((problem["detail"] as? String)?.isEmpty == false)
    }

    @Test(arguments: ["/subjects/nowhere", "/entities/none", "/documents/none", "/nothing"])
    func `a browser gets a page that says what is wrong`(_ path: String) async throws {
        let answer = try await reporter.page(path)
        #expect(answer.status == 404)
        #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
        #expect(answer.text.contains("<h1>Not "))
    }

    @Test func `a value of a filter cannot reach the database as SQL`() async throws {
        let answer = try await reporter.get("/api/v1/claims?subject=xa'%20OR%20'1'='1")
        #expect(answer.status == 200)
        #expect(try answer.items().isEmpty)
    }
}

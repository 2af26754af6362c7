import ArgumentParser
import Evidence
import Foundation
import Scoring
import Testing

@testable import Mooring

struct ScenarioCommandTests {
    @Test(arguments: [
        ("Bank X", "Bank X", Holding.Means.sole, nil),
        ("Bank X:0.4", "Bank X", .minority, 0.4),
        ("Fund: West:0.75", "Fund: West", .majority, 0.75),
        ("Fund: West", "Fund: West", .sole, nil),
    ])
    func `an owner is a name, with a share after a colon`(
        _ text: String,
        _ name: String,
        _ means: Holding.Means,
        _ share: Double?
    ) {
        let holder = ScenarioCommand.OwnershipChanged.holder(text)
        #expect(holder == .init(holder: name, means: means, share: share))
    }

    @Test(arguments: [
        ["scenario", "vendor-unable"],
        ["scenario", "supplier-replaced", "a"],
        ["scenario", "measure-enacted", "privacy-safeguard"],
        ["scenario", "ownership-changed", "a"],
        ["scenario", "flood", "a"],
    ])
    func `a command line that says too little is refused`(_ arguments: [String]) {
        #expect(throws: (any Error).self) { try MooringCommand.parseAsRoot(arguments) }
    }

    @Test func `the text tells both scores, what stops, and who else there is`() throws {
        let answer = try JSONDecoder().decode(ScenarioAnswer.self, from: Data(Self.answer.utf8))
        let text = ScenarioWriter(answer).text
        #expect(text.contains("Arcadia (xa)"))
        #expect(text.contains("D  30.0–60.0 (floor E4) → 0.0–60.0 (floor none)"))
        #expect(text.contains("no known system would serve: health"))
        #expect(text.contains("stops: registry of Arcadia (Vendor) – health"))
        #expect(text.contains("Near (near): not here yet, from home, 1 government\n"))
    }

    private static let answer = """
        {"scenario": {"kind": "vendor-unable", "vendor": "vendor"}, "asOf": "2026-01-01",
         "methodology": "1", "profile": "prior", "names": {"xa": "Arcadia", "vendor": "Vendor"},
         "governments": [{
            "subject": "xa", "name": "Arcadia",
            "before": {
                "data-sovereignty": {"evidenced": 30, "hi": 60, "coverage": 1, "floor": "E4"},
                "lock-in": {"evidenced": 1, "hi": 2, "coverage": 1}
            },
            "after": {
                "data-sovereignty": {"evidenced": 0, "hi": 60, "coverage": 1},
                "lock-in": {"evidenced": 1, "hi": 2, "coverage": 1}
            },
            "functionsLeft": ["health"],
            "stopping": [{
                "id": "d-1", "recipient": "xa", "system": "registry", "suppliers": ["vendor"],
                "operators": [], "functions": ["health"], "alternatives": [
                    {"supplier": "near", "name": "Near", "isHere": false, "isForeign": false,
                     "governments": 1}
                ]
            }]
        }]}
        """
}

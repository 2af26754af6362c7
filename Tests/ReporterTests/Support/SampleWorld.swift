import Contracts
import Evidence
import Scoring

/// Two made-up countries, a supplier and a bank, and three documents that speak of them.
struct SampleWorld {
    static let asOf = PartialDate(year: 2026, month: 1, day: 1)

    var entities: [Entity] = [
        Entity(
            id: "xa",
            kind: .country,
            name: "Arcadia",
            localNames: ["zh": "阿卡迪亚"],
            jurisdiction: "XA",
            isCurated: true
        ),
        Entity(id: "xb", kind: .country, name: "Borduria", jurisdiction: "XB", isCurated: true),
        Entity(
            id: "xa-port",
            kind: .territory,
            name: "Port Arcadia",
            jurisdiction: "XA",
            within: "xa",
            isCurated: true
        ),
        Entity(
            id: "vendor",
            kind: .company,
            name: "Vendor Corporation",
            jurisdiction: "XB",
            holdings: [Holding(holder: "xb", means: .majority, share: 0.6)],
            isCurated: true
        ),
        Entity(
            id: "bank",
            kind: .financier,
            name: "Export Bank of Borduria",
            jurisdiction: "XB",
            isCurated: true
        ),
    ]

    var documents: [SampleDocument] = [
        SampleDocument(
            number: 1,
            title: "Arcadia opens its data centre",
            publisher: "Harbour Review",
            text: """
                Vendor Corporation built the national data centre of Arcadia for all data of the
                government. Export Bank of Borduria financed it with a loan.
                The port’s cameras come from Vendor Corporation.
                """
        ),
        SampleDocument(
            number: 2,
            title: "博尔杜里亚与阿卡迪亚",
            publisher: nil,
            text: "博尔杜里亚的供应商经营数据中心。 The data cannot be moved elsewhere 🏛️."
        ),
        SampleDocument(number: 3, title: nil, publisher: nil, text: "Nothing of interest."),
    ]

    var claims: [Claim] {
        var cameras = Deployment(
            recipient: "xa-port",
            system: "port cameras",
            category: .surveillance
        )
        cameras.suppliers = ["vendor"]
        cameras.status = .operational
        return [
            documents[0].claim(
                about: "Vendor Corporation built the national data centre of Arcadia",
                .deployment(centre)
            ),
            documents[0].claim(about: "Export Bank of Borduria financed it", .deployment(centre)),
            documents[0].claim(
                about: "The port’s cameras come from Vendor Corporation.",
                .deployment(cameras)
            ),
            documents[1].claim(about: "博尔杜里亚的供应商经营数据中心。", .deployment(operated)),
            documents[1].claim(
                about: "The data cannot be moved elsewhere 🏛️.",
                .statement(Statement(kind: .migrationDifficulty, subject: "xa"))
            ),
        ]
    }

    private var centre: Deployment {
        Deployment(
            recipient: "xa",
            system: "national data centre",
            category: .dataCentre,
            suppliers: ["vendor"],
            financiers: ["bank"],
            date: PartialDate(year: 2024),
            status: .operational,
            functions: GovernmentFunction.allCases.filter { $0 != .networks },
            reach: .whole
        )
    }

    private var operated: Deployment {
        var centre = centre
        centre.operators = ["vendor"]
        centre.operation = .vendorOperates
        return centre
    }

    func evidence() -> EvidenceBase {
        EvidenceBase(entities: entities, claims: claims)
    }

    /// What the scorer makes of it.
    func assessments() throws -> [Assessment] {
        let engine = ScoringEngine(methodology: try .bundled())
        let evidence = evidence()
        return evidence.subjects().compactMap {
            engine.assess($0, in: evidence, asOf: Self.asOf)
        }
    }
}

/// A document of the sample, with claims whose quotes are its own words.
struct SampleDocument {
    var number: Int
    var title: String?
    var publisher: String?
    var text: String

    var id: DocumentID {
        DocumentID(rawValue: String(repeating: "0", count: 63) + String(number))
    }

    var grade: SourceGrade {
        SourceGrade(
            reliability: .b,
            credibility: 2,
            publisher: publisher,
            published: PartialDate(year: 2025, month: 3)
        )
    }

    /// A claim that quotes the first passage with these words.
    func claim(about words: String, _ content: Claim.Content) -> Claim {
        let all = Array(text.unicodeScalars)
        let part = Array(words.unicodeScalars)
        let start = (0...(all.count - part.count)).first {
            Array(all[$0...].prefix(part.count)) == part
        }
        let range = (start ?? 0)..<((start ?? 0) + part.count)
        return Claim(
            id: ClaimID(document: id, range: range, kind: content.kindName, surfaces: []),
            content: content,
            quote: Quote(document: id, text: words, range: range),
            rule: "sample@1",
            source: grade
        )
    }
}

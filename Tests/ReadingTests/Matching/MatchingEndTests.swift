import Evidence
import Reading
import Testing

struct MatchingEndTests {
    private func kind(of surface: String, in text: String) throws -> EntityKind? {
        try Found(text).mention(surface)?.kind
    }

    @Test(arguments: [
        ("It was led by Jonas H. Marlund, a director.", "Jonas H. Marlund", EntityKind.person),
        ("Installed by Arlo D. Hexham & Co in June.", "Arlo D. Hexham & Co", .company),
        ("They paid the Royal Uganda Police for it.", "Royal Uganda Police", .publicBody),
        ("It belongs to the akimat of Tarvosk today.", "akimat of Tarvosk", .publicBody),
        ("The Regional Government of Tarvos paid.", "Regional Government of Tarvos", .publicBody),
        ("Lanhai Marine Signal Systems built it.", "Lanhai Marine Signal Systems", .company),
        ("A contract went to PT Lintar Bakra in June.", "PT Lintar Bakra", .company),
        ("The agency, viz. M/s Glotan Eduvix, bid.", "Glotan Eduvix", .company),
        ("It fell to the contractor Vodan Yo'lek Servis.", "Vodan Yo'lek Servis", .company),
        ("Its makers, Tarvo Bytes of Kigali, agreed.", "Tarvo Bytes", .company),
    ])
    func `a name is found from its first word to its last`(
        text: String,
        surface: String,
        kind: EntityKind
    ) throws {
        #expect(try self.kind(of: surface, in: text) == kind)
    }

    @Test(arguments: [
        ("It includes Component B. Tarvos Bank pays.", "Component B. Tarvos Bank"),
        ("It cost KES 17.5 million in all.", "KES 17.5"),
        ("The order went to Lanhai Smart Cloud Systems.", "Lanhai Smart Cloud Systems"),
        ("Uma Kraan of the Board of Transport spoke.", "Uma Kraan of the Board of Transport"),
        ("In the akimat of former days it was so.", "akimat of former"),
    ])
    func `what stands beside a name is no part of it`(text: String, surface: String) throws {
        #expect(try kind(of: surface, in: text) == nil)
    }
}

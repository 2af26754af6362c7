/// Something that went wrong with a system.
package struct Incident: Codable, Hashable, Sendable {
    package var kind: Kind
    /// Whose system it was: a government, a body or a vendor.
    package var subject: EntityID
    /// Who did it, where the text says so.
    package var actor: EntityID?
    package var date: PartialDate?
    /// What kind of system, where the text says so.
    package var category: SystemCategory?
    package var severity: Severity?

    package init(
        kind: Kind,
        subject: EntityID,
        actor: EntityID? = nil,
        date: PartialDate? = nil,
        category: SystemCategory? = nil,
        severity: Severity? = nil
    ) {
        self.kind = kind
        self.subject = subject
        self.actor = actor
        self.date = date
        self.category = category
        self.severity = severity
    }

    package enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
        case dataLeak = "data-leak"
        case malware, outage, misuse
    }

    package enum Severity: String, Codable, Hashable, Sendable, CaseIterable {
        case minor, major, repeated
    }
}

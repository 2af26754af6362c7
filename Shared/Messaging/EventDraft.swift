package import Foundation

/// An event that a service wants to publish; the journal gives it its place.
package struct EventDraft: Sendable {
    /// Type and topic in one: `mooring.<thing>.<happened>.v1`.
    package var type: String
    /// What it is about: a document, entity, claim or subject id.
    package var subject: String
    /// The message as JSON.
    package var data: Data

    package init(type: String, subject: String, data: Data) {
        self.type = type
        self.subject = subject
        self.data = data
    }
}

package import Foundation

/// An event with its place in a journal, as it stands there and travels.
package struct JournalledEvent: Hashable, Sendable {
    package var sequence: Int64
    package var type: String
    package var subject: String
    /// The CloudEvent in JSON, byte for byte what every subscriber gets.
    package var bytes: Data

    package init(sequence: Int64, type: String, subject: String, bytes: Data) {
        self.sequence = sequence
        self.type = type
        self.subject = subject
        self.bytes = bytes
    }
}

package import Foundation

/// A CloudEvent 1.0 with a typed payload; unknown attributes are ignored.
package struct CloudEvent<Payload: Decodable>: Decodable {
    package var id: String
    package var source: String
    package var type: String
    package var subject: String?
    package var time: String
    package var data: Payload
}

/// The attributes of a CloudEvent that the bus itself looks at.
package struct EventAttributes: Decodable, Hashable, Sendable {
    package var specversion: String
    package var id: String
    package var source: String
    package var type: String
    package var subject: String?
    package var time: String
    /// The place in the publisher's journal, in 20 decimal digits.
    package var sequence: String
    /// The sequence of the event before of the same type, in 20 digits; zeros for none.
    package var prevsequence: String
    /// The life of the publisher's journal.
    package var streamepoch: String

    /// Reads the attributes and checks what the bus relies on.
    ///
    /// - Throws: ``MessagingError/malformed(_:)``.
    package static func read(_ bytes: Data) throws(MessagingError) -> EventAttributes {
        let attributes: EventAttributes
        do {
            attributes = try JSONDecoder().decode(EventAttributes.self, from: bytes)
        } catch {
            throw .malformed("not a CloudEvent of this bus: \(error)")
        }
        guard attributes.specversion == "1.0" else {
            throw .malformed("CloudEvents \(attributes.specversion) instead of 1.0")
        }
        guard attributes.sequenceNumber != nil else {
            throw .malformed("“\(attributes.sequence)” is not a sequence")
        }
        return attributes
    }

    package var sequenceNumber: Int64? { Int64(sequence) }

    /// The publisher's name without its prefix: `ingestion` of `/mooring/ingestion`.
    package var publisher: String {
        String(source.split(separator: "/").last ?? "")
    }
}

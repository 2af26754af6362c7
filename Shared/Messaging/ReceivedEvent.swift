package import Foundation

/// An event of a journal that this service follows.
package struct ReceivedEvent: Hashable, Sendable {
    package var source: String
    package var type: String
    package var subject: String
    package var epoch: String
    package var sequence: Int64
    /// The CloudEvent in JSON.
    package var bytes: Data
    /// The position once this event is applied.
    package var position: StreamPosition = .beginning

    package init(
        source: String,
        type: String,
        subject: String,
        epoch: String,
        sequence: Int64,
        bytes: Data
    ) {
        self.source = source
        self.type = type
        self.subject = subject
        self.epoch = epoch
        self.sequence = sequence
        self.bytes = bytes
    }

    /// Reads the payload.
    ///
    /// - Throws: A decoding error that says what does not fit the contract.
    package func decode<Payload: Decodable>(_ payload: Payload.Type) throws -> Payload {
        try JSONDecoder().decode(CloudEvent<Payload>.self, from: bytes).data
    }
}

import Contracts
import Messaging

extension EventDraft {
    /// A message about a subject, ready for the journal.
    init(_ message: some Message, about subject: String) throws {
        self.init(
            type: Swift.type(of: message).type,
            subject: subject,
            data: try message.encoded()
        )
    }
}

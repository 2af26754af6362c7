/// What can go wrong on the bus.
package enum MessagingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// An event over ``MessagingLimits/eventBytesMax``; larger things travel in parts.
    case eventTooLarge(type: String, bytes: Int)
    /// A message that is not what its place in the protocol asks for.
    case malformed(String)
    /// An endpoint that cannot be bound or connected.
    case endpoint(String, reason: String)

    package var description: String {
        switch self {
        case .eventTooLarge(let type, let bytes):
            "an event of type \(type) has \(bytes) bytes; "
                + "the limit is \(MessagingLimits.eventBytesMax)"
        case .malformed(let what): "malformed message: \(what)"
        case .endpoint(let endpoint, let reason): "cannot use \(endpoint): \(reason)"
        }
    }
}

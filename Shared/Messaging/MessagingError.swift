package import ZeroMQ

/// What can go wrong on the bus.
package enum MessagingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// An event over ``MessagingLimits/eventBytesMax``; larger things travel in parts.
    case eventTooLarge(type: String, bytes: Int)
    /// A message that is not what its place in the protocol asks for.
    case malformed(String)
    /// An endpoint that cannot be bound or connected.
    case endpoint(String, reason: String)
    /// An endpoint that another program has.
    case taken(String)

    package var description: String {
        switch self {
        case .eventTooLarge(let type, let bytes):
            "an event of type \(type) has \(bytes) bytes; "
                + "the limit is \(MessagingLimits.eventBytesMax)"
        case .malformed(let what): "malformed message: \(what)"
        case .endpoint(let endpoint, let reason): "cannot use \(endpoint): \(reason)"
        case .taken(let endpoint):
            "another program has \(endpoint): end it, or set another address (--help lists them)"
        }
    }

    /// Why an endpoint could not be bound.
    package static func unbound(_ endpoint: String, _ error: ZeroMQError) -> Self {
        error.isAddressInUse ? .taken(endpoint) : .endpoint(endpoint, reason: error.description)
    }
}

import Crypto
package import Foundation

/// The running hash over a journal: each link is the hash of the link before and of the hash of
/// the event's bytes, so that an overwritten event keeps the chain as long as its hash is kept.
package enum ChainHash {
    /// The link before the first event.
    package static let seed = Data(count: 32)

    /// The hash of one event's bytes.
    package static func hash(_ bytes: Data) -> Data {
        Data(SHA256.hash(data: bytes))
    }

    /// The link that follows `link` for an event with this hash.
    package static func next(after link: Data, hash: Data) -> Data {
        Data(SHA256.hash(data: link + hash))
    }
}

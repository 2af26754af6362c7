package import Foundation

/// How far one journal has been read.
package struct StreamPosition: Codable, Hashable, Sendable {
    /// Which life of the journal: a restored or copied journal starts a new one.
    package var epoch: String
    /// The last sequence read; 0 is the beginning.
    package var sequence: Int64
    /// The running hash over all events up to `sequence`, so that a journal that was restored
    /// to another history is noticed.
    package var chain: Data

    package init(epoch: String, sequence: Int64, chain: Data) {
        self.epoch = epoch
        self.sequence = sequence
        self.chain = chain
    }

    /// Before the first event of a journal that is not known yet.
    package static let beginning = StreamPosition(epoch: "", sequence: 0, chain: ChainHash.seed)
}

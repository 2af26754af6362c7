/// What an event says: one type per topic, in a folder with its schema, an example and a README.
///
/// Unknown fields are ignored by whoever reads; within a version fields are only added.
package protocol Message: Codable, Hashable, Sendable {
    /// CloudEvents type and topic in one: `mooring.<thing>.<happened>.v1`.
    static var type: String { get }
}

/// What became of a rule.
package enum AlertChange: String, Codable, Hashable, Sendable {
    case raised, cleared
}

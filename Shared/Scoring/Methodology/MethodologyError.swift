/// Why a methodology cannot be used.
package enum MethodologyError: Error, Hashable, CustomStringConvertible {
    /// The bundled file is not where the build put it.
    case missing
    /// The text is not the YAML that a methodology is written in.
    case unreadable(String)
    /// A table names something that does not exist.
    case unknownKey(String, table: String)
    /// A table leaves something out.
    case incomplete(String, table: String)
    /// A number is outside what it may be.
    case outOfRange(String, value: Double)
    /// Weights do not sum to 1.
    case weights(String, sum: Double)

    package var description: String {
        switch self {
        case .missing: "the methodology file is not bundled"
        case .unreadable(let reason): "the methodology cannot be read: \(reason)"
        case .unknownKey(let key, let table): "“\(key)” is not known in “\(table)”"
        case .incomplete(let key, let table): "“\(table)” has no row for “\(key)”"
        case .outOfRange(let name, let value): "\(name) must not be \(value)"
        case .weights(let name, let sum): "the weights of \(name) sum to \(sum), not 1"
        }
    }
}

/// What is wrong with a file of words.
package enum LexiconError: Error, Hashable, Sendable {
    case unreadable(file: String, String)
    case malformed(file: String, String)
}

extension LexiconError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unreadable(let file, let reason): "\(file).yaml: cannot be read: \(reason)"
        case .malformed(let file, let reason): "\(file).yaml: \(reason)"
        }
    }
}

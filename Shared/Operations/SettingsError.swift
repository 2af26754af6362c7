/// A setting that cannot be used.
package enum SettingsError: Error, Hashable, Sendable, CustomStringConvertible {
    case unknownFlag(String)
    case invalid(key: String, value: String, expected: String)
    case unknownKey(String, file: String)
    case unreadableFile(String, reason: String)

    package var description: String {
        switch self {
        case .unknownFlag(let flag): "there is no flag \(flag); --help lists them"
        case .invalid(let key, let value, let expected):
            "\(key) is “\(value)”, but must be \(expected)"
        case .unknownKey(let key, let file):
            "\(file) sets \(key), which is not among the settings; --help lists them"
        case .unreadableFile(let path, let reason):
            "cannot read the configuration file \(path): \(reason)"
        }
    }
}

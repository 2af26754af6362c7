import Configuration
import SystemPackage

/// The values that a service runs with: flags over environment over a file over the defaults.
package struct Settings: Sendable {
    private let values: [String: String]

    /// Uses the defaults, with some values replaced: for tests and tools.
    package init(_ settings: [Setting], replacing values: [String: String] = [:]) {
        self.values = Dictionary(
            uniqueKeysWithValues: settings.map { ($0.key, values[$0.key] ?? $0.defaultValue) }
        )
    }

    /// Reads the values as they are set for this process.
    ///
    /// - Parameters:
    ///   - settings: What there is to set.
    ///   - arguments: The command line without the program's name.
    ///   - environment: The environment variables.
    /// - Throws: ``SettingsError`` for an unknown flag or an unreadable file.
    package init(
        _ settings: [Setting],
        arguments: [String],
        environment: [String: String]
    ) async throws {
        let known = Set(settings.map(\.flag) + ["--config"])
        for argument in arguments where argument.hasPrefix("--") {
            let flag = String(argument.split(separator: "=", maxSplits: 1)[0])
            guard known.contains(flag) else { throw SettingsError.unknownFlag(flag) }
        }
        var providers: [any ConfigProvider] = [
            CommandLineArgumentsProvider(arguments: ["service"] + arguments),
            EnvironmentVariablesProvider(environmentVariables: environment),
        ]
        let path =
            ConfigReader(provider: providers[0]).string(forKey: "config")
            ?? environment["MOORING_CONFIG"]
        if let path {
            try Self.check(path, against: Set(settings.map(\.key)))
            do {
                providers.append(
                    try await FileProvider<JSONSnapshot>(filePath: FilePath(path))
                )
            } catch {
                throw SettingsError.unreadableFile(path, reason: "\(error)")
            }
        }
        let reader = ConfigReader(providers: providers)
        values = Dictionary(
            uniqueKeysWithValues: settings.map { setting in
                (setting.key, Self.text(setting, reader))
            }
        )
    }

    /// A value as text; JSON files may also give numbers and truth values.
    private static func text(_ setting: Setting, _ reader: ConfigReader) -> String {
        let key = ConfigKey(setting.key)
        if let text = reader.string(forKey: key) { return text }
        if let number = reader.int(forKey: key) { return String(number) }
        if let truth = reader.bool(forKey: key) { return String(truth) }
        return setting.defaultValue
    }
}

// MARK: - Values

extension Settings {
    /// The value of a setting that is in the list.
    package func string(_ key: String) -> String {
        guard let value = values[key] else {
            preconditionFailure("\(key) is not among the service's settings")
        }
        return value
    }

    /// A whole number within a range.
    package func int(_ key: String, in range: ClosedRange<Int>) throws(SettingsError) -> Int {
        guard let number = Int(string(key)), range.contains(number) else {
            throw .invalid(
                key: key,
                value: string(key),
                expected: "a whole number from \(range.lowerBound) to \(range.upperBound)"
            )
        }
        return number
    }

    /// `true` or `false`.
    package func bool(_ key: String) throws(SettingsError) -> Bool {
        guard let truth = Bool(string(key)) else {
            throw .invalid(key: key, value: string(key), expected: "true or false")
        }
        return truth
    }

    /// One of several words.
    package func choice<Value: RawRepresentable & CaseIterable>(
        _ key: String
    ) throws(SettingsError) -> Value where Value.RawValue == String {
        guard let value = Value(rawValue: string(key)) else {
            throw .invalid(
                key: key,
                value: string(key),
                expected: "one of " + Value.allCases.map(\.rawValue).joined(separator: ", ")
            )
        }
        return value
    }
}

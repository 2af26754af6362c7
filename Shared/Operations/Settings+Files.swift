package import Foundation

// MARK: - Files

extension Settings {
    /// A path, from the working directory where it is relative.
    package func url(_ key: String) -> URL {
        URL(fileURLWithPath: string(key))
    }

    /// A folder that is there and can be read.
    package func folder(_ key: String) throws(SettingsError) -> URL {
        let folder = url(key)
        guard (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) != nil else {
            throw .invalid(
                key: key,
                value: string(key),
                expected: "a folder that is there and that this process may read"
            )
        }
        return folder
    }

    /// What a text file says, where one is named.
    ///
    /// - Parameters:
    ///   - key: The setting that names the file.
    ///   - what: What the file holds, with its article.
    ///   - read: Makes a value of the file's text.
    /// - Returns: The value; `nil` where the setting is empty.
    /// - Throws: ``SettingsError`` where there is no such file, or `read` throws.
    package func value<Value>(
        inFile key: String,
        _ what: String,
        read: (String) throws -> Value
    ) throws(SettingsError) -> Value? {
        guard !string(key).isEmpty else { return nil }
        guard let text = try? String(contentsOf: url(key), encoding: .utf8) else {
            throw .invalid(
                key: key,
                value: string(key),
                expected: "a text file that is there and that this process may read"
            )
        }
        do {
            return try read(text)
        } catch {
            throw .invalid(
                key: key,
                value: string(key),
                expected: "a file that holds \(what); this one does not: \(error)"
            )
        }
    }

    /// Looks whether a configuration file is JSON, and sets nothing that there is not.
    static func check(_ path: String, against known: Set<String>) throws(SettingsError) {
        guard let bytes = try? Data(contentsOf: URL(fileURLWithPath: path)) else {
            throw .unreadableFile(path, reason: "it is not there, or this process may not")
        }
        guard let values = try? JSONSerialization.jsonObject(with: bytes) as? [String: Any] else {
            throw .unreadableFile(path, reason: "it is not a JSON object")
        }
        if let key = keys(of: values, below: "").sorted().first(where: { !known.contains($0) }) {
            throw .unknownKey(key, file: path)
        }
    }

    /// The dotted keys of a JSON object's values.
    private static func keys(of values: [String: Any], below prefix: String) -> [String] {
        values.flatMap { name, value in
            (value as? [String: Any]).map { keys(of: $0, below: prefix + name + ".") }
                ?? [prefix + name]
        }
    }
}

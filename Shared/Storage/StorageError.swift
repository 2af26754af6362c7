/// Why a store cannot be opened.
package enum StorageError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Another process has the file open for writing.
    case inUse(String)
    /// The folder cannot be made or written.
    case unwritable(String, reason: String)
    /// The file is there, and is no database or cannot be read.
    case unusable(String, reason: String)

    package var description: String {
        switch self {
        case .inUse(let path):
            "\(path) is held by another process: is this service running already?"
        case .unwritable(let path, let reason):
            "cannot write in \(path): make it a folder of this user, or set store.file "
                + "(--store-file, STORE_FILE); the system says: \(reason)"
        case .unusable(let path, let reason):
            "cannot use the store \(path): \(reason); put back a copy, or set store.file to another"
        }
    }
}

package import Foundation
package import GRDB

/// Opening a service's embedded store.
package enum EmbeddedStore {
    /// How much a commit must survive.
    package enum Durability: Sendable {
        /// A commit survives a power cut: for journals and for what cannot be derived again.
        case full
        /// A power cut may take back the last commits together: for what the journals replay.
        case derived
    }

    /// Opens, or makes, the database file and locks it for this process.
    ///
    /// - Throws: ``StorageError`` where it cannot be written or is no database, or where another
    ///   process holds it.
    package static func open(
        _ file: URL,
        durability: Durability
    ) throws -> (pool: DatabasePool, lock: FileLock) {
        let directory = file.deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(
                at: directory,
                withIntermediateDirectories: true
            )
        } catch {
            let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
            throw StorageError.unwritable(
                directory.path,
                reason: (cause ?? error as NSError).localizedDescription
            )
        }
        guard FileManager.default.isWritableFile(atPath: directory.path) else {
            throw StorageError.unwritable(
                directory.path,
                reason: "this process may not; name another file with store.file"
            )
        }
        let lock = try FileLock(file.appendingPathExtension("lock"))
        var configuration = Configuration()
        configuration.maximumReaderCount = 8
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { db in
            try db.execute(
                sql: durability == .full
                    ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL"
            )
            try db.execute(sql: "PRAGMA foreign_keys = ON")
        }
        do {
            return (try DatabasePool(path: file.path, configuration: configuration), lock)
        } catch let error as DatabaseError {
            throw StorageError.unusable(file.path, reason: error.message ?? "\(error)")
        }
    }
}

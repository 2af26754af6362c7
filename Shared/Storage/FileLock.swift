package import Foundation
import Glibc

/// Holds an advisory lock on a file until it is released or the process ends.
package final class FileLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock at once, or not at all.
    package init(_ file: URL) throws(StorageError) {
        let descriptor = Glibc.open(file.path, O_CREAT | O_RDWR | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw .unwritable(file.path, reason: String(cString: strerror(errno)))
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw .inUse(file.path)
        }
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }
}

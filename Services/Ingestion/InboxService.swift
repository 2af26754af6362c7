import Foundation
import Logging
import ServiceLifecycle

/// Watches a folder and takes in what appears there.
///
/// A file is taken once its size and date have stood still between two looks, so that one that is
/// still being written waits. It stays where it is; a changed file is another document.
struct InboxService: Service {
    let folder: URL
    let interval: Duration
    let store: DocumentStore
    let logger: Logger

    func run() async throws {
        logger.info("Watching the inbox", metadata: ["folder": "\(folder.path)"])
        var previous: Set<DocumentStore.InboxFile> = []
        var failed: [DocumentStore.InboxFile: String] = [:]
        while !Task.isCancelled, !Task.isShuttingDownGracefully {
            let current = Self.files(in: folder)
            for file in current.sorted(by: { $0.path < $1.path }) where previous.contains(file) {
                failed[file] = await take(file, failedBefore: failed[file])
            }
            failed = failed.filter { current.contains($0.key) }
            previous = current
            try? await cancelWhenGracefulShutdown {
                try await Task.sleep(for: interval)
            }
        }
    }

    /// Takes a file that was not taken yet.
    ///
    /// - Parameters:
    ///   - file: The file as it is now.
    ///   - failedBefore: Why the last look at it failed: the same is not told twice.
    /// - Returns: Why it could not be taken; `nil` where it was.
    func take(_ file: DocumentStore.InboxFile, failedBefore: String? = nil) async -> String? {
        do {
            guard try await !store.hasTaken(file) else { return nil }
            // Mapped, so that one of any size takes no memory before it is told to be too large.
            let bytes = try Data(
                contentsOf: URL(fileURLWithPath: file.path),
                options: .mappedIfSafe
            )
            let origin = URL(fileURLWithPath: file.path).lastPathComponent
            let receipt = try await store.take(Submission(bytes: bytes, origin: origin))
            try await store.note(file)
            log(receipt, of: origin)
            return nil
        } catch {
            let reason = (error as? CocoaError)?.localizedDescription ?? "\(error)"
            if reason != failedBefore {
                logger.warning(
                    "Could not take a file from the inbox; trying again at every look",
                    metadata: ["file": "\(file.path)", "error": "\(reason)"]
                )
            }
            return reason
        }
    }

    private func log(_ receipt: DocumentStore.Receipt, of origin: String) {
        guard receipt.state == .rejected else {
            logger.info(
                "Took a file from the inbox",
                metadata: ["file": "\(origin)", "document": "\(receipt.id)"]
            )
            return
        }
        logger.warning(
            "Rejected a file from the inbox; it is kept aside",
            metadata: [
                "file": "\(origin)", "document": "\(receipt.id)",
                "reason": "\(receipt.reason ?? "")", "detail": "\(receipt.detail ?? "")",
            ]
        )
    }

    /// The files in a folder and below it, but for hidden ones.
    static func files(in folder: URL) -> Set<DocumentStore.InboxFile> {
        let keys: [URLResourceKey] = [
            .isRegularFileKey, .fileSizeKey, .contentModificationDateKey,
        ]
        let found = FileManager.default.enumerator(
            at: folder,
            includingPropertiesForKeys: keys,
            options: [.skipsHiddenFiles]
        )
        var files: Set<DocumentStore.InboxFile> = []
        while let url = found?.nextObject() as? URL {
            guard
                let values = try? url.resourceValues(forKeys: Set(keys)),
                values.isRegularFile == true,
                let size = values.fileSize,
                let modified = values.contentModificationDate
            else { continue }
            files.insert(
                DocumentStore.InboxFile(
                    path: url.path,
                    size: size,
                    modified: modified.timeIntervalSince1970
                )
            )
        }
        return files
    }
}

package import Evidence

/// What is wrong with a data file of the gazetteer, told so that its author can mend it.
package enum CatalogueError: Error, Hashable, Sendable {
    /// The folder or file cannot be read.
    case unreadable(file: String, reason: String)
    /// A file's YAML does not have the expected shape.
    case malformed(file: String, entry: String, reason: String)
    case duplicateID(EntityID, files: [String])
    /// An entry names an entity that no file has.
    case dangling(field: String, target: EntityID, entry: EntityID, file: String)
    /// `within` or a chain of holders leads back to its beginning.
    case circular(EntityID, file: String)
}

extension CatalogueError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unreadable(let file, let reason):
            "\(file): cannot be read: \(reason)"
        case .malformed(let file, let entry, let reason):
            "\(file): \(entry): \(reason)"
        case .duplicateID(let id, let files):
            "\(id): used more than once, in \(files.joined(separator: " and "))"
        case .dangling(let field, let target, let entry, let file):
            "\(file): \(entry): \(field) names \(target), which no file has"
        case .circular(let id, let file):
            "\(file): \(id): lies within itself"
        }
    }
}

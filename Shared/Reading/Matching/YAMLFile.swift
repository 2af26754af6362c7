import Foundation
import Yams

/// A file of words that ships with the program.
struct YAMLFile {
    let root: Node

    init(_ name: String) throws(LexiconError) {
        let folder = Bundle.module.url(forResource: "Data", withExtension: nil)
        guard let url = folder?.appending(path: "\(name).yaml") else {
            throw .unreadable(file: name, "the program has no data folder")
        }
        let node: Node?
        do {
            node = try Yams.compose(yaml: String(contentsOf: url, encoding: .utf8), .basic)
        } catch {
            throw .unreadable(file: name, "\(error)")
        }
        guard let node else { throw .malformed(file: name, "is empty") }
        root = node
    }
}

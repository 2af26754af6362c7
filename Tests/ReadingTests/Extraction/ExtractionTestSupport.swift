import Evidence
import Gazetteer
import Testing

@testable import Reading

/// The reader over the curated catalogue, made once for all tests.
enum Shelf {
    static let catalogue = Result { try Catalogue.bundled() }
    static let reader = Result { try Reader(catalogue: catalogue.get()) }

    static func read(_ text: String) throws -> ReadDocument {
        try reader.get().read(SourceText(id: DocumentID(rawValue: "test"), text: text))
    }

    static func annotate(_ text: String) throws -> Annotation {
        try Annotation(read(text), name: "test.txt", catalogue: catalogue.get())
    }
}

/// A growing list in pieces of one size, of which a change copies one at the most.
struct Chunked<Element> {
    private var chunks: [[Element]] = []
    private(set) var count = 0

    private static var chunkSize: Int { 1024 }

    init() {}

    subscript(index: Int) -> Element {
        get { chunks[index / Self.chunkSize][index % Self.chunkSize] }
        _modify { yield &chunks[index / Self.chunkSize][index % Self.chunkSize] }
    }

    mutating func append(_ element: Element) {
        if count % Self.chunkSize == 0 {
            chunks.append([])
            chunks[chunks.count - 1].reserveCapacity(Self.chunkSize)
        }
        chunks[chunks.count - 1].append(element)
        count += 1
    }

    /// Makes it at least so long.
    mutating func grow(to length: Int, with element: Element) {
        while count < length { append(element) }
    }
}

extension Chunked: Sendable where Element: Sendable {}

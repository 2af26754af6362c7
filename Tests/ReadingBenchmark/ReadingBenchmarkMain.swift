import Foundation

/// One measure of reading in a process of its own; `deploy/bench reading` runs them all.
@main
enum ReadingBenchmarkMain {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst().map { $0 }
        guard arguments.count >= 2 else { throw CocoaError(.coderValueNotFound) }
        let measures = Measures(folder: URL(fileURLWithPath: arguments[1]))
        let rest = Array(arguments.dropFirst(2))
        switch arguments[0] {
        case "generate":
            try measures.generate(
                count: rest.first.flatMap(Int.init) ?? 1_000_000,
                length: rest.dropFirst().first.flatMap(Int.init) ?? 10_000_000,
                prose: rest.dropFirst(2).map { URL(fileURLWithPath: $0) }
            )
        case "pack": try measures.pack(rest.first ?? "en")
        case "match": try measures.match(rest.first ?? "en")
        case "extract": try measures.extract(rest.map { URL(fileURLWithPath: $0) })
        case "resolve":
            try measures.resolve(
                rest.first ?? "en",
                count: rest.dropFirst().first.flatMap(Int.init) ?? 1_000_000
            )
        default: throw CocoaError(.coderInvalidValue)
        }
    }
}

import Foundation
import TestSupport
import Testing

@testable import Mooring

/// The order of dictionaries and sets differs from one process to the next; nothing else may.
struct RepeatedReadingTests {
    /// In how many processes the samples are read.
    ///
    /// A sum whose last bit depended on the order of its terms showed in every third of them.
    private static let processes = 6

    @Test func `another process reads the same`() throws {
        let folder = try TemporaryFolder()
        let files = try Samples.files()
        var readings: Set<[Data]> = []
        for number in 0..<Self.processes {
            let output = folder.file("\(number)")
            try ContainerEngine.run(
                LocalLayout.executables.appendingPathComponent("mooring").path,
                ["extract", "--output", output.path] + files.map(\.path)
            )
            let results = try files.map { file in
                let name = file.deletingPathExtension().lastPathComponent + ".json"
                return try Data(contentsOf: output.appendingPathComponent(name))
            }
            #expect(results.count > 30)
            readings.insert(results)
        }
        #expect(readings.count == 1)
    }
}

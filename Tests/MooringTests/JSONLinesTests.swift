import Foundation
import Testing

@testable import Mooring

struct JSONLinesTests {
    private func lines(_ text: String) -> [String] {
        JSONLines.split(Data(text.utf8)).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test func `each element of an array is a line, byte for byte`() {
        #expect(lines("[]").isEmpty)
        #expect(
            lines("[{\"a\":1},\n{\"b\": [1, {\"c\":[]}]}]") == [
                "{\"a\":1}\n", "{\"b\": [1, {\"c\":[]}]}\n",
            ]
        )
    }

    @Test func `brackets and line ends within texts and between tokens do not confuse it`() {
        #expect(lines("[{\"a\":\"}],[\\\"\"}]") == ["{\"a\":\"}],[\\\"\"}\n"])
        #expect(lines("[{\n\"a\":\n1}]") == ["{\"a\":1}\n"])
    }
}

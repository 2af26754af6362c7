/// How a reading came about: its layers from the page to the claims, as lines to be read.
package struct Explanation: Sendable {
    package var layers: [Layer]

    package struct Layer: Sendable {
        package var name: String
        package var lines: [String]
    }
}

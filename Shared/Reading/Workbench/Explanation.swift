/// How a reading came about: its layers from the page to the claims, as lines to be read.
///
/// The layers are ``Trace/Layer``'s, in their order; one without lines is left out.
package struct Explanation: Sendable {
    package var layers: [Layer]

    package struct Layer: Sendable {
        package var name: String
        package var lines: [String]
    }

    /// All layers as text, each under its name.
    package var text: String {
        layers.map { layer in
            "== \(layer.name)\n\n" + layer.lines.joined(separator: "\n") + "\n"
        }
        .joined(separator: "\n")
    }
}

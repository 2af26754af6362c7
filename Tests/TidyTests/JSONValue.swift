import Foundation

/// A JSON document, flattened to dotted keys.
struct JSONValue {
    let leaves: [String: String]

    init(_ text: String) throws {
        let tree = try JSONDecoder().decode([String: Node].self, from: Data(text.utf8))
        leaves = Self.flatten(tree, prefix: "")
    }

    private static func flatten(_ tree: [String: Node], prefix: String) -> [String: String] {
        tree.reduce(into: [:]) { leaves, member in
            switch member.value {
            case .text(let text): leaves[prefix + member.key] = text
            case .number(let number): leaves[prefix + member.key] = String(number)
            case .truth(let truth): leaves[prefix + member.key] = String(truth)
            case .object(let members):
                leaves.merge(flatten(members, prefix: prefix + member.key + ".")) { $1 }
            }
        }
    }

    private indirect enum Node: Decodable {
        case text(String)
        case number(Int)
        case truth(Bool)
        case object([String: Node])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                self = .text(text)
            } else if let number = try? container.decode(Int.self) {
                self = .number(number)
            } else if let truth = try? container.decode(Bool.self) {
                self = .truth(truth)
            } else {
                self = .object(try container.decode([String: Node].self))
            }
        }
    }
}

import Evidence
import Foundation
import Messaging
import Scoring

/// Finds a type's shape by letting the type decode itself from nothing.
///
/// The decoder notes each key that is asked for, and whether it has to be there, and answers with
/// a value that every type accepts. So the shape is the code's own and cannot lag behind it.
enum ShapeReader {
    /// The shape, and a value of the type.
    static func read<T: Decodable>(_ type: T.Type) throws -> (shape: Shape, value: T) {
        let (shape, value): (Shape, Any) =
            switch type {
            case is Bool.Type: (.boolean, false)
            case is Int.Type: (.integer, 0)
            case is Int64.Type: (.integer, Int64(0))
            case is Double.Type: (.number, 0.0)
            case is String.Type: (.text, acceptable)
            case is Data.Type: (.text, Data())
            case is Claim.Content.Type: try content()
            case let container as any Container.Type: try container.read()
            default: try choice(type) ?? object(type)
            }
        guard let typed = value as? T else { throw Unreadable(type: "\(type)") }
        return (shape, typed)
    }

    struct Unreadable: Error {
        var type: String
    }

    /// A text that is also a date, and an id.
    static let acceptable = "2021"

    private static func object<T: Decodable>(_ type: T.Type) throws -> (Shape, Any) {
        let decoder = ShapeDecoder()
        let value = try T(from: decoder)
        return (decoder.shape, value)
    }

    private static func choice<T: Decodable>(_ type: T.Type) -> (Shape, Any)? {
        let cases = cases(of: type)
        guard let first = cases.first else { return nil }
        let texts = cases.compactMap { ($0 as? any RawRepresentable)?.rawValue as? String }
        return (.choice(Set(texts)), first)
    }

    /// The cases of an enumeration; empty for any other type.
    private static func cases(of type: Any.Type) -> [Any] {
        func all<E: CaseIterable>(_ type: E.Type) -> [Any] { Array(type.allCases) }
        func these<E>(_ cases: E...) -> [Any] { cases }
        return switch type {
        case let type as any CaseIterable.Type: all(type)
        case is AssessedDeployment.Kind.Type: these(AssessedDeployment.Kind.deployment, .statement)
        case is ReplayRequest.Operation.Type: these(ReplayRequest.Operation.replay, .confirm)
        case is ReplayReply.Status.Type: these(ReplayReply.Status.events, .epoch, .error)
        default: []
        }
    }

    private static func content() throws -> (Shape, Any) {
        let deployment = try read(Deployment.self)
        let shapes: [String: Shape] = [
            "deployment": deployment.shape,
            "relation": try read(Relation.self).shape,
            "incident": try read(Incident.self).shape,
            "statement": try read(Statement.self).shape,
        ]
        return (.alternatives(shapes), Claim.Content.deployment(deployment.value))
    }
}

// MARK: - Lists and maps

/// A type that holds any number of others.
private protocol Container {
    static func read() throws -> (Shape, Any)
}

extension Array: Container where Element: Decodable {
    fileprivate static func read() throws -> (Shape, Any) {
        (.list(try ShapeReader.read(Element.self).shape), Self())
    }
}

extension Dictionary: Container where Key == String, Value: Decodable {
    fileprivate static func read() throws -> (Shape, Any) {
        (.map(try ShapeReader.read(Value.self).shape), Self())
    }
}

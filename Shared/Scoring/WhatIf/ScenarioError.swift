/// What is wrong with a scenario that was asked for, in words for whoever asked.
package struct ScenarioError: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String

    static func missing(_ field: String) -> ScenarioError {
        ScenarioError(description: "“\(field)” is missing")
    }

    static func unusable(_ field: String, _ reason: String) -> ScenarioError {
        ScenarioError(description: "“\(field)” cannot be used: \(reason)")
    }
}

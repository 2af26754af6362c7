/// Waits until a condition holds, looking again and again, for at most so long.
///
/// - Parameters:
///   - limit: After which the wait is given up.
///   - condition: What is waited for.
/// - Returns: Whether it came to hold.
/// - Throws: What the condition throws.
package func eventually(
    within limit: Duration = .seconds(30),
    _ condition: () async throws -> Bool
) async throws -> Bool {
    let start = ContinuousClock.now
    while try await !condition() {
        if start.duration(to: .now) > limit { return false }
        await Task.yield()
    }
    return true
}

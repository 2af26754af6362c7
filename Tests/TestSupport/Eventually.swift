/// For how long a test waits for what must come.
///
/// Far above what it takes: the bound ends a test that would hang, and on a machine with other work
/// nothing that only comes late is taken for missing.
package let patience: Duration = .seconds(180)

/// Waits until a condition holds, looking again and again, for at most so long.
///
/// - Parameters:
///   - limit: After which the wait is given up.
///   - condition: What is waited for.
/// - Returns: Whether it came to hold.
/// - Throws: What the condition throws.
package func eventually(
    within limit: Duration = patience,
    _ condition: () async throws -> Bool
) async throws -> Bool {
    let start = ContinuousClock.now
    while try await !condition() {
        if start.duration(to: .now) > limit { return false }
        try await lookAgainSoon()
    }
    return true
}

/// Leaves the processor to others between two looks at something awaited.
///
/// A loop that only yields keeps a core busy, and on a small machine the very work it waits for
/// gets no turn. The pause decides nothing: what is awaited is looked at again after it.
///
/// - Throws: `CancellationError` where the test has used up its time.
package func lookAgainSoon() async throws {
    try await Task.sleep(for: .milliseconds(2))
}

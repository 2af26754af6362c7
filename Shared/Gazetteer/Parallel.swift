import Dispatch
import Synchronization

/// Does some independent work on all cores.
package enum Parallel {
    /// What comes of each of some numbers from 0 on, in their order.
    package static func map<Result: Sendable>(
        _ count: Int,
        _ work: @Sendable (Int) -> Result
    ) -> [Result] {
        let results = Mutex([Result?](repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: count) { number in
            let result = work(number)
            results.withLock { $0[number] = result }
        }
        return results.withLock { $0 }.compactMap(\.self)
    }

    /// What comes of two pieces of work.
    ///
    /// - Throws: What the first throws that throws.
    package static func both<First: Sendable, Second: Sendable>(
        _ first: @Sendable () throws -> First,
        _ second: @Sendable () throws -> Second
    ) throws -> (First, Second) {
        let results = Mutex<(Result<First, any Error>?, Result<Second, any Error>?)>((nil, nil))
        DispatchQueue.concurrentPerform(iterations: 2) { number in
            if number == 0 {
                let result = Result { try first() }
                results.withLock { $0.0 = result }
            } else {
                let result = Result { try second() }
                results.withLock { $0.1 = result }
            }
        }
        guard case (let first?, let second?) = results.withLock({ $0 }) else {
            preconditionFailure("both have ended")
        }
        return (try first.get(), try second.get())
    }
}

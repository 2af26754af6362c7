import Foundation

/// Powers of one half.
enum PowerOfTwo {
    /// `2^(−exponent)` for an exponent of at least 0.
    static func inverse(_ exponent: Double) -> Double {
        Foundation.exp2(-exponent)
    }
}

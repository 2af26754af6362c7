import Foundation

/// Powers, which the standard library has none of.
enum Powers {
    /// `2^(−exponent)`, for an exponent of at least 0.
    static func ofOneHalf(_ exponent: Double) -> Double {
        Foundation.exp2(-exponent)
    }

    /// A number of 0…1 to a power above 0.
    static func of(_ base: Double, _ exponent: Double) -> Double {
        Foundation.pow(base, exponent)
    }
}

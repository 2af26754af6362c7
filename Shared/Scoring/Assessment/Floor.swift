package import Evidence

/// The worst gate of the deployments that matter: E0 (none) to E4, or a range of them.
package struct Floor: Codable, Hashable, Sendable {
    /// The worst level among known gates, 0–4.
    package var lo: Int
    /// The same with unknown gates at their worst.
    package var hi: Int
    /// What holds it at `lo`, in order, cut at the listing limit; empty at 0.
    package var pins: [Pin]
    package var pinCount: Int
    /// What `lo` would be if every pin were lifted.
    package var lifted: Int
    /// The floor of each gate.
    package var gates: [Gate]

    package init(
        lo: Int,
        hi: Int,
        pins: [Pin],
        pinCount: Int,
        lifted: Int,
        gates: [Gate]
    ) {
        self.lo = lo
        self.hi = hi
        self.pins = pins
        self.pinCount = pinCount
        self.lifted = lifted
        self.gates = gates
    }

    /// `E3`, or `E3–E4` where a gate is unknown.
    package var label: String { lo == hi ? "E\(lo)" : "E\(lo)–E\(hi)" }

    /// A deployment and gate that set the floor.
    package struct Pin: Codable, Hashable, Sendable {
        package var deployment: String
        package var factor: Factor
        package var claims: [ClaimID]

        package init(deployment: String, factor: Factor, claims: [ClaimID]) {
            self.deployment = deployment
            self.factor = factor
            self.claims = claims
        }
    }

    /// The floor of one factor.
    ///
    /// `4 − lo` is SEAL-equivalent for the objective; it is not an assessment by the European
    /// Commission.
    package struct Gate: Codable, Hashable, Sendable {
        package var factor: Factor
        /// The objective of the Cloud Sovereignty Framework that the factor belongs to, 1–8.
        package var objective: Int
        package var lo: Int
        package var hi: Int

        package init(factor: Factor, objective: Int, lo: Int, hi: Int) {
            self.factor = factor
            self.objective = objective
            self.lo = lo
            self.hi = hi
        }
    }
}

package import Evidence

extension AssessedDeployment {
    /// What the system is called for readers of English.
    ///
    /// Several documents may tell of one system, each in its language: where the weightiest names it
    /// in another script, the first claim that names it in Latin letters does.
    ///
    /// - Parameter claims: The claims that the assessment rests on.
    /// - Returns: A name in Latin letters where there is one.
    package func name(in claims: [ClaimID: Claim]) -> String {
        guard !Self.isLatin(system) else { return system }
        let names = self.claims.lazy.compactMap { id -> String? in
            guard case .deployment(let deployment)? = claims[id]?.content else { return nil }
            return deployment.system
        }
        return names.first { !$0.isEmpty && Self.isLatin($0) } ?? system
    }

    private static func isLatin(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy {
            $0.value < 0x0250 || (0x1E00..<0x1F00).contains($0.value)
                || !$0.properties.isAlphabetic
        }
    }
}

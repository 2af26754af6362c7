import Evidence

/// Whether foreigners take part in a deployment, and whether they run it.
struct ForeignHands {
    /// Whether a provider is foreign-controlled; `nil` where that is not known.
    let isPresent: Bool?
    /// Whether a foreign party runs it; `nil` where that is not known.
    let isOperating: Bool?
    let operatingClaims: [ClaimID]

    init(_ system: ScoredSystem) {
        let admitted = system.providers.filter(\.isAdmitted)
        let isSupplierKnown = system.suppliers.contains(where: \.isAdmitted)
        let foreign = admitted.filter { $0.isForeign == true }
        let isAllHome =
            isSupplierKnown && system.providers.allSatisfy { $0.isForeign == false }
        isPresent = !foreign.isEmpty ? true : isAllHome ? false : nil

        let operators = system.operators.filter(\.isAdmitted)
        let foreignOperators = operators.filter { $0.isForeign == true }
        let running = system.operations.filter {
            $0.isAdmitted && [.vendorOperates, .vendorAlone].contains($0.value)
        }
        let inHouse = system.operations.contains { $0.isAdmitted && $0.value == .inHouse }
        let vendorIsForeign = system.suppliers.contains { $0.isAdmitted && $0.isForeign == true }
        if !foreignOperators.isEmpty {
            isOperating = true
            operatingClaims = .merged(foreignOperators.map(\.allClaims))
        } else if vendorIsForeign, !running.isEmpty {
            isOperating = true
            operatingClaims = .merged(running.map(\.claims))
        } else {
            let isHomeRun = operators.contains { $0.isForeign == false } || inHouse
            isOperating = isPresent == false || isHomeRun ? false : nil
            operatingClaims = []
        }
    }
}

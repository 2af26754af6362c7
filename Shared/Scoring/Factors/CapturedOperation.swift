import Evidence

/// L6: how far operation and skills have gone to the vendor.
///
/// Level 4, that the vendor also withholds documentation, is told by no claim.
enum CapturedOperation {
    static func level(of system: ScoredSystem, in around: Surroundings) -> Level {
        var told = system.operations.map {
            Told(value: ladder($0.value), claims: $0.claims, isAdmitted: $0.isAdmitted)
        }
        told += system.operators.map {
            let isOwn = around.isOwn($0.id)
            return Told(value: isOwn ? 0 : 3, claims: $0.claims, isAdmitted: $0.isAdmitted)
        }
        told += ProviderStatements.told(.l6, of: system, in: around)
        return .told(told)
    }

    private static func ladder(_ operation: Deployment.Operation) -> Int {
        switch operation {
        case .inHouse: 0
        case .vendorTrains: 1
        case .vendorSupports, .shared: 2
        case .vendorOperates, .vendorAlone: 3
        }
    }
}

/// The services whose journals the reporter reads.
enum Source {
    static let ingestion = "ingestion"
    static let entityRegistry = "entity-registry"
    static let riskScorer = "risk-scorer"

    /// In the order in which a document travels.
    static let all = [ingestion, entityRegistry, riskScorer]
}

/// The services whose journals the registry reads.
enum RegistrySource {
    /// Documents.
    static let ingestion = "ingestion"
    /// What people decide about who is who.
    static let reporter = "reporter"

    static let all = [ingestion, reporter]
}

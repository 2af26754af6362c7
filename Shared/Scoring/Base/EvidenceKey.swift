import Evidence

/// Something that an assessment can look up in the evidence.
enum EvidenceKey: Hashable {
    /// What is known of an entity, and whether anything is.
    case entity(EntityID)
    /// What lies directly in an entity.
    case children(EntityID)
    /// The claims of one sort about one entity.
    case claims(EvidenceBase.Topic)
}

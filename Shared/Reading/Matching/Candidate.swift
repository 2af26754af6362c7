import Evidence

/// A reading of some tokens as a name; of those that overlap, the best are chosen.
struct Candidate {
    var tokens: Range<Int>
    var target: Target
    /// How good a name it is, 0…1.
    var score: Double
    var use: Mention.Use = .name
    var rivals: [EntityID] = []

    enum Target {
        /// An entity of the catalogue, by its place there.
        case known(Int)
        case derived(DerivedName)
    }
}

/// A name that no file has, as the text gives it.
struct DerivedName: Hashable {
    var kind: EntityKind
    /// What it is called in English, or as the text writes it.
    var name: String
    /// What makes it the same as other forms of it: folded, without what does not matter.
    var key: String
    /// The country or place that it belongs to, where that is part of what it is.
    var scope: EntityID?
    var language: String = "en"
    /// The country that the text or the name says it comes from; no part of what it is.
    var home: EntityID?
    /// Whom an imported register means by it.
    var imported: ImportedEntity?
}

extension Candidate {
    /// Whether an imported register says whom it names.
    var isImported: Bool {
        if case .derived(let name) = target { name.imported != nil } else { false }
    }
}

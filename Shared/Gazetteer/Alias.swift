package import Evidence

/// A form under which texts name an entity.
package struct Alias: Hashable, Sendable {
    package var text: String
    /// BCP 47; `nil` for acronyms and other forms that belong to no language.
    package var language: String?
    package var strength: Strength
    /// Until when the form was in use, where that is known.
    package var until: PartialDate?

    package init(
        _ text: String,
        language: String? = nil,
        strength: Strength = .strong,
        until: PartialDate? = nil
    ) {
        self.text = text
        self.language = language
        self.strength = strength
        self.until = until
    }

    /// How much a form says on its own.
    package enum Strength: String, Codable, Hashable, Sendable, CaseIterable {
        /// Names the entity wherever it stands.
        case strong
        /// An earlier name; as strong, but of its time.
        case former
        /// Capitals, matched in their exact case, and in need of context when short.
        case acronym
        /// An ordinary word, or a name that several parties share: needs a second sign.
        case contextual
        /// An adjective of origin, or the people: "Northlandic".
        case demonym
        /// A capital, which may stand for its government.
        case capital
    }
}

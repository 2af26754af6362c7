/// What a person decides about who is who.
///
/// Judgements are only ever added: what one did is undone by another that names it, so that who
/// decided what, when and why stays readable.
package struct Judgement: Codable, Hashable, Sendable, Identifiable {
    /// Chosen by whoever records it; the same one sent twice is one judgement.
    package var id: String
    package var action: Action
    /// The two entities that a merge or a split is about; `nil` for an undo.
    package var left: EntityID?
    package var right: EntityID?
    /// The judgement that an undo is about.
    package var undoes: String?
    /// Who decided.
    package var author: String
    /// Why, in words.
    package var reason: String
    /// When it was recorded: ISO 8601 in UTC, to the millisecond, so that text order is time order.
    package var recorded: String

    package init(
        id: String,
        action: Action,
        left: EntityID? = nil,
        right: EntityID? = nil,
        undoes: String? = nil,
        author: String,
        reason: String,
        recorded: String
    ) {
        self.id = id
        self.action = action
        self.left = left
        self.right = right
        self.undoes = undoes
        self.author = author
        self.reason = reason
        self.recorded = recorded
    }

    package enum Action: String, Codable, Hashable, Sendable, CaseIterable {
        /// Two ids are of one and the same.
        case merge
        /// Two ids are of two, whatever else speaks for one.
        case split
        /// Another judgement does not hold any more.
        case undo
    }

    /// The two entities that it is about, the smaller id first; `nil` for an undo, and where it
    /// does not name two.
    package var pair: (EntityID, EntityID)? {
        guard action != .undo, let left, let right, left != right else { return nil }
        return (min(left, right), max(left, right))
    }
}

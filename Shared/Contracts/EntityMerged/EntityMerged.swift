package import Evidence

/// An entity is counted as another from now on.
package struct EntityMerged: Message {
    package static let type = "mooring.entity.merged.v1"

    package var id: EntityID
    package var into: EntityID

    package init(id: EntityID, into: EntityID) {
        self.id = id
        self.into = into
    }
}

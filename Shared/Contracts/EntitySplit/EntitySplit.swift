package import Evidence

/// An entity that was counted as another stands for itself again.
package struct EntitySplit: Message {
    package static let type = "mooring.entity.split.v1"

    package var id: EntityID
    /// As whom it was counted.
    package var from: EntityID

    package init(id: EntityID, from: EntityID) {
        self.id = id
        self.from = from
    }
}

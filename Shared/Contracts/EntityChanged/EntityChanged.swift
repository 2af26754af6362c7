package import Evidence

/// What is known of an entity is different from now on.
package struct EntityChanged: Message {
    package static let type = "mooring.entity.changed.v1"

    package var entity: Entity

    package init(entity: Entity) {
        self.entity = entity
    }
}

package import Evidence

/// An entity is known from now on.
package struct EntityRegistered: Message {
    package static let type = "mooring.entity.registered.v1"

    package var entity: Entity

    package init(entity: Entity) {
        self.entity = entity
    }
}

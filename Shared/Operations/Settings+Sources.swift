package import Messaging

extension Settings {
    /// The place of a publisher, as `sources.NAME.live` and `sources.NAME.replay` give it.
    ///
    /// - Throws: ``SettingsError`` where one of the two is no address.
    package func source(_ name: String) throws(SettingsError) -> EventSource {
        EventSource(
            name: name,
            live: try address("sources.\(name).live"),
            replay: try address("sources.\(name).replay")
        )
    }

    /// Where this service's publisher listens: `bus.live` and `bus.replay`.
    ///
    /// - Throws: ``SettingsError`` where one of the two is no address.
    package func endpoints<Log>() throws(SettingsError) -> EventPublisher<Log>.Endpoints {
        EventPublisher<Log>.Endpoints(
            live: try address("bus.live"),
            replay: try address("bus.replay")
        )
    }
}

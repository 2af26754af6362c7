package import Messaging

extension Settings {
    /// The place of a publisher, as `sources.NAME.live` and `sources.NAME.replay` give it.
    package func source(_ name: String) -> EventSource {
        EventSource(
            name: name,
            live: string("sources.\(name).live"),
            replay: string("sources.\(name).replay")
        )
    }
}

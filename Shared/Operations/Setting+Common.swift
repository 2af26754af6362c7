extension Setting {
    /// What every service can be told.
    ///
    /// - Parameters:
    ///   - httpPort: Where it answers by default.
    ///   - data: The default name of its store in the data folder.
    /// - Returns: The settings that every service has.
    package static func common(httpPort: Int, data: String) -> [Setting] {
        [
            Setting("store.file", ".mooring/\(data)", "The service's store: one SQLite file."),
            Setting("http.host", "127.0.0.1", "The address that HTTP is served on."),
            Setting("http.port", "\(httpPort)", "The port that HTTP is served on."),
            Setting("log.level", "info", "trace, debug, info, notice, warning, error or critical."),
        ]
    }

    /// What every service that publishes can be told.
    ///
    /// - Parameters:
    ///   - httpPort: Where it answers by default.
    ///   - publish: The ports of its PUB and ROUTER sockets.
    ///   - data: The default name of its store in the data folder.
    /// - Returns: The settings that every publisher has.
    package static func common(
        httpPort: Int,
        publish: (live: Int, replay: Int),
        data: String
    ) -> [Setting] {
        common(httpPort: httpPort, data: data) + [
            Setting(
                "bus.live",
                "tcp://127.0.0.1:\(publish.live)",
                "Where the PUB socket listens."
            ),
            Setting(
                "bus.replay",
                "tcp://127.0.0.1:\(publish.replay)",
                "Where the ROUTER socket for replay listens."
            ),
        ]
    }

    /// Where another service's journal is read.
    package static func source(_ name: String, live: Int, replay: Int) -> [Setting] {
        [
            Setting(
                "sources.\(name).live",
                "tcp://127.0.0.1:\(live)",
                "The PUB socket of \(name)."
            ),
            Setting(
                "sources.\(name).replay",
                "tcp://127.0.0.1:\(replay)",
                "The ROUTER socket of \(name)."
            ),
        ]
    }
}

/// One thing that an operator can set, with its default: the list of a service's settings is what
/// `--help` prints, what the configuration file is checked against and what may be read.
package struct Setting: Hashable, Sendable {
    /// Dotted: `http.port` is `--http-port`, `HTTP_PORT` and `{"http": {"port": …}}`.
    package var key: String
    package var defaultValue: String
    package var meaning: String

    package init(_ key: String, _ defaultValue: String, _ meaning: String) {
        self.key = key
        self.defaultValue = defaultValue
        self.meaning = meaning
    }

    package var flag: String {
        "--" + key.map { $0 == "." ? "-" : String($0) }.joined()
    }

    package var environmentVariable: String {
        key.map { $0 == "." || $0 == "-" ? "_" : $0.uppercased() }.joined()
    }
}

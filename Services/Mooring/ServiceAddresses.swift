import ArgumentParser
import Foundation

/// Where the two services that speak to people are.
struct ServiceAddresses: ParsableArguments {
    @Option(help: "The reporter's address.")
    var reporter = "http://127.0.0.1:8080"

    @Option(help: "Ingestion's address.")
    var ingestion = "http://127.0.0.1:8081"

    func validate() throws {
        for address in [reporter, ingestion] where URL(string: address)?.scheme == nil {
            throw ValidationError("“\(address)” is not an address such as http://127.0.0.1:8080")
        }
    }
}

import Foundation

/// Ports that nobody listens on.
package enum FreePorts {
    /// None were found.
    package struct Exhausted: Error {}

    /// So many consecutive ports.
    ///
    /// They lie below those that the system gives to outgoing connections.
    ///
    /// - Parameter count: How many.
    /// - Returns: The first of them.
    /// - Throws: ``Exhausted`` where none were found.
    package static func take(_ count: Int) throws -> Int {
        for _ in 0..<200 {
            let base = Int.random(in: 12_000..<32_000)
            if (base..<base + count).allSatisfy(isFree) { return base }
        }
        throw Exhausted()
    }

    private static func isFree(_ port: Int) -> Bool {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                bind(descriptor, generic, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }
}

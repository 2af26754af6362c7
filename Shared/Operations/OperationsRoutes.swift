package import Hummingbird

/// What every service answers over HTTP: `/healthz`, `/readyz`, `/metrics`.
package struct OperationsRoutes: Sendable {
    /// What keeps the service from doing its work; empty when it is ready.
    private let obstacles: @Sendable () async -> [String]
    private let samples: @Sendable () async -> [MetricSample]

    package init(
        obstacles: @escaping @Sendable () async -> [String] = { [] },
        samples: @escaping @Sendable () async -> [MetricSample] = { [] }
    ) {
        self.obstacles = obstacles
        self.samples = samples
    }

    package func add(to router: Router<BasicRequestContext>) {
        router.get("healthz") { _, _ in "ok\n" }
        router.get("readyz") { [obstacles] _, _ in
            let found = await obstacles()
            return Response(
                status: found.isEmpty ? .ok : .serviceUnavailable,
                headers: [.contentType: "text/plain; charset=utf-8"],
                body: ResponseBody(
                    byteBuffer: ByteBuffer(
                        string: found.isEmpty ? "ready\n" : found.joined(separator: "\n") + "\n"
                    )
                )
            )
        }
        router.get("metrics") { [samples] _, _ in
            Response(
                status: .ok,
                headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
                body: ResponseBody(
                    byteBuffer: ByteBuffer(string: MetricSample.text(await samples()))
                )
            )
        }
    }
}

import Foundation
import HTTPTypes
import Hummingbird
import Operations
import ServiceLifecycle

/// The events over HTTP, for whoever has no ZeroMQ: `GET /events`.
struct EventRoutes: Sendable {
    let journal: RelayJournal
    let arrivals: Arrivals
    let counters: RelayCounters

    func add(to router: Router<BasicRequestContext>) {
        router.get("events") { request, _ in
            try await answer(try EventRequest(request))
        }
    }

    private func answer(_ request: EventRequest) async throws -> Response {
        // Registered before looking, so that nothing can come in between unnoticed.
        let announcements = request.wait > 0 ? arrivals.announcements() : nil
        var page = try await journal.answer(request.query)
        if let announcements, page.status == .events, page.events.isEmpty {
            page = try await wait(for: request, after: page, announcements)
        }
        counters.add(to: .answers, "http")
        switch page.status {
        case .events: return Self.batch(page, next: request.next(after: page.cursor))
        case .epoch, .gone, .error: throw Self.problem(page)
        }
    }

    /// Waits for events, until the time is over or the service stops.
    private func wait(
        for request: EventRequest,
        after page: ReplayPage,
        _ announcements: AsyncStream<Void>
    ) async throws -> ReplayPage {
        let journal = journal
        let seconds = request.wait
        return try await cancelWhenGracefulShutdown {
            try await withThrowingTaskGroup(of: ReplayPage?.self) { group in
                group.addTask {
                    try? await Task.sleep(for: .seconds(seconds))
                    return nil
                }
                group.addTask {
                    try await Self.next(request.query, from: page, journal, announcements)
                }
                let found = try await group.next() ?? nil
                group.cancelAll()
                return found ?? page
            }
        }
    }

    /// The next page that has something to say; `nil` where nobody waits for it any more.
    private static func next(
        _ query: ReplayQuery,
        from page: ReplayPage,
        _ journal: RelayJournal,
        _ announcements: AsyncStream<Void>
    ) async throws -> ReplayPage? {
        var query = query
        var page = page
        for await _ in announcements {
            repeat {
                query.start = .after(page.cursor)
                page = try await journal.answer(query)
            } while page.status == .events && page.events.isEmpty && page.hasMore
            guard page.status == .events, page.events.isEmpty else { return page }
        }
        return nil
    }

    // MARK: - Writing

    private static func batch(_ page: ReplayPage, next: String) -> Response {
        var body = ByteBuffer()
        body.reserveCapacity(page.events.reduce(2) { $0 + $1.bytes.count + 1 })
        body.writeString("[")
        for (index, event) in page.events.enumerated() {
            if index > 0 { body.writeString(",\n") }
            body.writeBytes(event.bytes)
        }
        body.writeString("]")
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/cloudevents-batch+json",
                .cacheControl: "no-store",
                .link: "<\(next)>; rel=\"next\"",
                .mooringCursor: page.cursor.text,
                .mooringMore: page.hasMore ? "true" : "false",
            ],
            body: ResponseBody(byteBuffer: body)
        )
    }

    private static func problem(_ page: ReplayPage) -> Problem {
        let sources = page.sources.joined(separator: ", ")
        let isGone = page.status == .gone
        return Problem(
            .gone,
            isGone ? "No longer kept" : "A new life of a journal",
            detail: isGone
                ? "Events of \(sources) after this cursor are no longer kept. The cursor in the "
                    + "header Mooring-Cursor stands before the oldest that is."
                : "The journal of \(sources) was restored or begun anew: what came from it before "
                    + "is void. The cursor in the header Mooring-Cursor begins it again.",
            headers: [
                .mooringCursor: page.cursor.text,
                .mooringReason: page.status.rawValue,
            ]
        )
    }
}

extension HTTPField.Name {
    /// The cursor to go on from.
    static let mooringCursor = named("Mooring-Cursor")
    /// Whether there is more already: `true` or `false`.
    static let mooringMore = named("Mooring-More")
    /// Why a cursor cannot be followed: `gone` or `epoch`.
    static let mooringReason = named("Mooring-Reason")
    /// RFC 8288.
    static let link = named("Link")

    private static func named(_ name: String) -> HTTPField.Name {
        guard let field = HTTPField.Name(name) else {
            preconditionFailure("\(name) is no name of a header")
        }
        return field
    }
}

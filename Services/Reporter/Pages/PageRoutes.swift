import Evidence
import Foundation
import Hummingbird
import Operations

/// The pages that people read.
struct PageRoutes: Sendable {
    let model: ReadModel
    let writer: ReportWriter
    let heartbeats: HeardHeartbeats
    let renderer: PageRenderer
    let styleSheet: [UInt8]

    func add(to router: Router<some RequestContext>) {
        router.get("style.css") { _, _ in
            Answer.bytes(styleSheet, mediaType: "text/css; charset=utf-8")
        }
        router.get("/") { _, _ in try await dashboard() }
        router.get("methodology") { _, _ in
            try renderer.response(
                MethodologyPage(writer.methodology),
                template: "methodology"
            )
        }
        router.get("subjects/:id") { request, context in
            try await subject(EntityID(try context.id()), request)
        }
        router.get("documents") { request, _ in try await documents(request) }
        router.get("entities") { request, _ in try await entities(request) }
        router.get("entities/:id") { _, context in
            try await entity(EntityID(try context.id()))
        }
        router.get("documents/:id") { _, context in
            try await document(DocumentID(rawValue: try context.id()))
        }
    }

    // MARK: - Pages

    private func dashboard() async throws -> Response {
        let material = try await model.read { [writer, heartbeats] db in
            try DashboardPage.Material.read(writer, heartbeats, db)
        }
        return try renderer.response(
            DashboardPage(material, methodology: writer.methodology, now: Date()),
            template: "dashboard"
        )
    }

    private func subject(_ id: EntityID, _ request: Request) async throws -> Response {
        let wish = try writer.wish(request)
        let read = try await model.read { [writer] db -> (SubjectDetail, SubjectPage.Past, Bool)? in
            guard let detail = try SubjectDetail.read(id, wish, writer, db) else { return nil }
            let isPublished = try writer.edition(wish, db) == ReadModel.edition(db)
            return (detail, try SubjectPage.Past.read(id, db), isPublished)
        }
        guard let (detail, past, isPublished) = read else {
            throw Problem.notFound(wish.nothing(about: id))
        }
        return try renderer.response(
            SubjectPage(
                detail,
                past: past,
                methodology: writer.methodology,
                isPublished: isPublished
            ),
            template: "subject"
        )
    }

    private func entity(_ id: EntityID) async throws -> Response {
        let read = try await model.read { db -> (EntityDetail, SupplierDetail?)? in
            guard let detail = try EntityDetail.read(id, db) else { return nil }
            return (detail, try SupplierDetail.read(id, withDeployments: false, db))
        }
        guard let (detail, supplies) = read else {
            throw Problem.notFound("No entity “\(id)” is known.")
        }
        return try renderer.response(EntityPage(detail, supplies: supplies), template: "entity")
    }

    private func documents(_ request: Request) async throws -> Response {
        let parameters = try ListParameters<DocumentList>(request)
        let page = try await model.read { db in try DocumentList.page(parameters, db) }
        return try renderer.response(IndexPage(page, request), template: "index")
    }

    /// The entities, those that most claims name first.
    private func entities(_ request: Request) async throws -> Response {
        var parameters = try ListParameters<EntityList>(request)
        if parameters.sort == nil {
            parameters.sort = "claims"
            parameters.isDescending = true
        }
        let page = try await model.read { [parameters] db in
            try EntityList.page(parameters, db)
        }
        return try renderer.response(IndexPage(page, request), template: "index")
    }

    private func document(_ id: DocumentID) async throws -> Response {
        guard let detail = try await model.read({ db in try DocumentDetail.read(id, db) }) else {
            throw Problem.notFound("No document “\(id)” was handed in.")
        }
        return try renderer.response(DocumentPage(detail), template: "document")
    }
}

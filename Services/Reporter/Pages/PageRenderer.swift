import HTTPTypes
import Hummingbird
import Mustache

/// Turns a page's content into HTML with the templates that are delivered with the program.
///
/// Templates escape every value; there is none that writes a value as it is, and a test holds
/// them to it. What a page may load is the one style sheet of this service.
struct PageRenderer: Sendable {
    private let library: MustacheLibrary

    /// The templates, by their file's name.
    static let templates = [
        "dashboard", "deployment", "dimension", "document", "entity", "floor", "index", "layout",
        "marks", "methodology", "problem", "quotes", "score", "subject",
    ]

    init() throws {
        var library = MustacheLibrary()
        for name in Self.templates {
            try library.register(try Resources.text("\(name).mustache"), named: name)
        }
        self.library = library
    }

    func html(_ view: Any, template: String) throws -> String {
        guard let html = library.render(view, withTemplate: template) else {
            throw Resources.Missing(name: "\(template).mustache")
        }
        return html
    }

    func response(
        _ view: Any,
        template: String,
        status: HTTPResponse.Status = .ok
    ) throws -> Response {
        var response = Response(
            status: status,
            headers: [.contentType: "text/html; charset=utf-8", .vary: "Accept"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: try html(view, template: template)))
        )
        response.headers[.contentSecurityPolicy] = """
            default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; \
            base-uri 'none'; frame-ancestors 'none'
            """
        response.headers[.xContentTypeOptions] = "nosniff"
        return response
    }
}

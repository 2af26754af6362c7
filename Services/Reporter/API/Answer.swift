import Foundation
import HTTPTypes
import Hummingbird

/// Answers in JSON and CSV.
enum Answer {
    /// A value as JSON with sorted keys.
    static func json(_ value: some Encodable) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return bytes(try encoder.encode(value), mediaType: AnswerFormat.json.mediaType)
    }

    /// One page of a list; the number of all items is also in `X-Total-Count`, and what follows
    /// it in `Link`.
    static func page<Item: CSVRow>(
        _ page: Page<Item>,
        as format: AnswerFormat,
        to request: Request
    ) throws -> Response {
        var response: Response
        switch format {
        case .json: response = try json(page)
        case .csv:
            var table = CSVTable(columns: Item.columns)
            for item in page.items { table.append(item.fields) }
            response = bytes(Data(table.text.utf8), mediaType: format.mediaType)
        }
        set("X-Total-Count", String(page.total), in: &response)
        if let next = nextLink(page, request) { set("Link", next, in: &response) }
        response.headers[.vary] = "Accept"
        return response
    }

    static func bytes(_ bytes: some Collection<UInt8>, mediaType: String) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: mediaType],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }

    private static func set(_ name: String, _ value: String, in response: inout Response) {
        guard let name = HTTPField.Name(name) else { return }
        response.headers[name] = value
    }

    private static func nextLink(_ page: Page<some Encodable>, _ request: Request) -> String? {
        let next = page.offset + page.limit
        guard next < page.total else { return nil }
        let kept = (request.uri.query ?? "").split(separator: "&").filter {
            !$0.hasPrefix("offset=") && !$0.hasPrefix("limit=")
        }
        let query = kept + ["limit=\(page.limit)", "offset=\(next)"]
        return "<\(request.uri.path)?\(query.joined(separator: "&"))>; rel=\"next\""
    }
}

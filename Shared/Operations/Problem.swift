package import HTTPTypes
package import Hummingbird
import Foundation

/// An RFC 9457 problem: what went wrong with a request, and what to do.
package struct Problem: Error, Sendable {
    package var status: HTTPResponse.Status
    package var title: String
    package var detail: String
    package var headers: HTTPFields

    package init(
        _ status: HTTPResponse.Status,
        _ title: String,
        detail: String,
        headers: HTTPFields = [:]
    ) {
        self.status = status
        self.title = title
        self.detail = detail
        self.headers = headers
    }

    package var response: Response {
        struct Body: Encodable {
            var type = "about:blank"
            var title: String
            var status: Int
            var detail: String
        }
        let body = Body(title: title, status: status.code, detail: detail)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var fields = headers
        fields[.contentType] = "application/problem+json"
        let bytes = (try? encoder.encode(body)) ?? Data()
        return Response(
            status: status,
            headers: fields,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }
}

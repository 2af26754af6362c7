import Foundation

/// Writes the CloudEvent around a message.
package enum EventEncoder {
    /// A sequence as events carry it, so that texts sort as numbers do.
    package static func digits(_ sequence: Int64) -> String {
        let digits = String(sequence)
        return String(repeating: "0", count: 20 - digits.count) + digits
    }

    /// Encodes one event.
    ///
    /// - Parameters:
    ///   - draft: What it says; its data must be JSON already.
    ///   - source: The publisher's name.
    ///   - epoch: The life of its journal.
    ///   - sequence: Its place there.
    ///   - previous: The place of the event before of the same type; 0 for none.
    ///   - time: When it was written.
    /// - Returns: The CloudEvent in JSON.
    static func encode(
        _ draft: EventDraft,
        source: String,
        epoch: String,
        sequence: Int64,
        previous: Int64,
        time: Date
    ) -> Data {
        let stamp = time.formatted(
            Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        )
        let head = """
            {"specversion":"1.0","id":"\(epoch)-\(sequence)","source":"/mooring/\(source)",\
            "type":\(quoted(draft.type)),"subject":\(quoted(draft.subject)),"time":"\(stamp)",\
            "datacontenttype":"application/json",\
            "dataschema":"urn:\(draft.type.replacing(".", with: ":"))",\
            "sequence":"\(digits(sequence))","prevsequence":"\(digits(previous))",\
            "streamepoch":"\(epoch)","data":
            """
        var bytes = Data(head.utf8)
        bytes.append(draft.data)
        bytes.append(UInt8(ascii: "}"))
        return bytes
    }

    /// A text as a JSON string.
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

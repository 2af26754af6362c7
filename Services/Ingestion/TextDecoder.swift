import Contracts
import Foundation

/// Makes text of bytes, or says why they are none.
struct TextDecoder {
    var bytesMax: Int

    /// Decodes UTF-8, or UTF-16 that begins with a byte-order mark.
    func decode(_ bytes: Data) throws(Intake.Rejection) -> String {
        guard bytes.count <= bytesMax else {
            throw Intake.Rejection(
                reason: .tooLarge,
                detail:
                    "\(bytes.count) bytes are more than intake.bytes-max (\(bytesMax)); split it"
            )
        }
        guard let text = text(of: bytes) else {
            throw Intake.Rejection(
                reason: .notText,
                detail: "it is neither UTF-8 nor UTF-16 with a byte-order mark; "
                    + "convert it, for example with iconv"
            )
        }
        guard !text.unicodeScalars.contains("\0") else {
            throw Intake.Rejection(reason: .notText, detail: "it holds NUL bytes: a binary file")
        }
        guard text.contains(where: { !$0.isWhitespace }) else {
            throw Intake.Rejection(reason: .empty, detail: "there is no text in it")
        }
        return text
    }

    private func text(of bytes: Data) -> String? {
        if bytes.starts(with: [0xFF, 0xFE]) {
            return String(data: bytes.dropFirst(2), encoding: .utf16LittleEndian)
        }
        if bytes.starts(with: [0xFE, 0xFF]) {
            return String(data: bytes.dropFirst(2), encoding: .utf16BigEndian)
        }
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
        return String(validating: body, as: UTF8.self)
    }
}

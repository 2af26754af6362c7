import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// Writing for people: results on standard output, everything else on standard error.
enum Terminal {
    static func write(_ text: String) {
        try? FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    }

    static func write(_ bytes: Data) {
        try? FileHandle.standardOutput.write(contentsOf: bytes)
    }

    static func note(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
    }

    static var isInteractive: Bool { isatty(STDERR_FILENO) == 1 }
}

/// Progress of long work: one line that changes where a person looks on, else a line now and then.
final class ProgressLine {
    private let label: String
    private var shown = ""
    private var shownAt = ContinuousClock.now - .seconds(60)

    init(_ label: String) {
        self.label = label
    }

    func show(_ done: Int, of total: Int, detail: String) {
        let text = "\(label) \(bar(done, total)) \(done)/\(total) \(detail)"
        guard text != shown else { return }
        if Terminal.isInteractive {
            let line = "\r" + text + "\u{1B}[K"
            try? FileHandle.standardError.write(contentsOf: Data(line.utf8))
        } else if shownAt.duration(to: .now) > .seconds(2) || done == total {
            Terminal.note(text)
            shownAt = .now
        } else {
            return
        }
        shown = text
    }

    func end() {
        if Terminal.isInteractive, !shown.isEmpty { Terminal.note("") }
    }

    private func bar(_ done: Int, _ total: Int) -> String {
        let width = 24
        let filled = total > 0 ? min(width, done * width / total) : 0
        return "["
            + String(repeating: "█", count: filled)
            + String(repeating: "·", count: width - filled) + "]"
    }
}

import Foundation
import Messaging

/// How far this reporter has read one of the other services.
struct PipelineView {
    /// After this long without a heartbeat a service is said to be silent.
    static let silenceMax: TimeInterval = 15

    var serviceName: String
    var progress: String
    var condition: String
    /// Whether everything is as it should be.
    var isWell: Bool

    init(_ source: String, _ positions: PositionsAnswer, now: Date) {
        serviceName = source
        let done = positions.processed[source]?.sequence ?? 0
        guard let heard = positions.sources[source] ?? nil else {
            progress = Wording.count(Int(done), "event")
            condition = "not heard since this reporter started"
            isWell = false
            return
        }
        progress = "\(Figure.grouped(Int(done))) of \(Wording.count(Int(heard.head), "event"))"
        let behind = heard.head - done
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        let age = (try? style.parse(heard.time)).map { now.timeIntervalSince($0) } ?? 0
        if age > Self.silenceMax {
            condition = "silent for \(Wording.count(Int(age), "second"))"
        } else if behind > 0 {
            condition = "reading, \(Wording.count(Int(behind), "event")) behind"
        } else {
            condition = "up to date"
        }
        isWell = age <= Self.silenceMax && behind <= 0
    }
}

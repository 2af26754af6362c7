/// What a verb, or the noun of a deed, tells: the frames of the rules.
enum Frame: String, Sendable, CaseIterable, Codable {
    case supply, build, use, finance, donate, give, award, win, sign, select, operate, train
    case partner, work, launch, involve, acquire, invest, control, regulate, compete, transfer
    case plan, announce, approve, cancel, suspend, end, bid, require, head
    case none

    /// The frames as a set, for a verb that tells several things.
    struct Kinds: OptionSet, Sendable, Hashable {
        let rawValue: UInt64

        init(rawValue: UInt64) {
            self.rawValue = rawValue
        }

        init(_ frame: Frame) {
            let position = Frame.allCases.firstIndex(of: frame) ?? 0
            rawValue = 1 << UInt64(position)
        }

        static let none: Kinds = []

        func contains(_ frame: Frame) -> Bool { contains(Kinds(frame)) }

        func containsAny(_ frames: Frame...) -> Bool { frames.contains { contains(Kinds($0)) } }
    }
}

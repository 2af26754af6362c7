import Evidence

/// How a sentence is said: as a fact, a report, a rumour, a question, a denial.
struct Manner: Sendable {
    var assertion: Claim.Assertion = .asserted
    var polarity: Claim.Polarity = .asserted
    /// Who says it.
    var attribution: String?
    /// Whether nothing is asserted at all: a debunked rumour, a question, a wish.
    var isIdle = false

    private static let reported: Set<String> = ["reportedly", "allegedly", "apparently"]
    private static let rumour: Set<String> = [
        "rumor", "rumors", "rumour", "rumours", "rumored", "rumoured",
    ]
    private static let debunked: Set<String> = [
        "debunked", "unfounded", "false", "baseless", "denied", "untrue", "fabricated",
    ]

    init(_ sentence: ParsedSentence, mentions: [Mention]) {
        var hasRumour = false
        var isDebunked = false
        for item in sentence.items {
            if Self.reported.contains(item.text) { assertion = .reported }
            if Self.rumour.contains(item.text) { hasRumour = true }
            if Self.debunked.contains(item.text) { isDebunked = true }
        }
        if hasRumour { assertion = .rumour }
        if hasRumour && isDebunked { isIdle = true }
        if sentence.items.last?.text == "?" { isIdle = true }
    }
}

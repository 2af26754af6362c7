import Evidence

/// How a sentence is said: as a fact, a report, a rumour, a question, a denial.
struct Manner: Sendable {
    var assertion: Claim.Assertion = .asserted
    var polarity: Claim.Polarity = .asserted
    /// Who says it.
    var attribution: String?
    /// Whether nothing is asserted at all: a debunked rumour, a question, a wish.
    var isIdle = false

    private static let reported: Set<String> = [
        "reportedly", "allegedly", "apparently", "unnamed", "anonymous", "sources", "citing",
    ]
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
        if hasRumour || Self.isHearsay(sentence) { assertion = .rumour }
        if assertion == .rumour && isDebunked { isIdle = true }
        if sentence.items.last?.text == "?" { isIdle = true }
    }

    /// "Messages shared online claim that …": nobody says it who can be named.
    private static func isHearsay(_ sentence: ParsedSentence) -> Bool {
        sentence.clauses.contains { clause in
            let verb = sentence.verbs[clause.verb]
            guard ["claim", "allege", "suggest", "say", "spread", "circulate"].contains(verb.lemma)
            else { return false }
            return clause.subjects.contains { noun in
                let head = sentence.items[sentence.nouns[noun].head].text
                return [
                    "messages", "message", "posts", "post", "reports", "rumours", "rumors",
                    "tweets", "media", "video", "videos",
                ]
                .contains(head) && (head != "reports" && head != "media" || verb.lemma == "claim")
            }
        }
    }
}

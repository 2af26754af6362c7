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
        "rumor", "rumors", "rumour", "rumours", "rumored", "rumoured", "speculation", "gossip",
        "hearsay", "unconfirmed", "unverified",
    ]
    private static let debunked: Set<String> = [
        "debunked", "unfounded", "false", "baseless", "denied", "untrue", "fabricated", "denies",
        "dismissed", "invented", "hoax", "disproved",
    ]
    /// What is called false where a word of `debunked` stands by.
    private static let tellings: Set<String> = [
        "report", "reports", "story", "stories", "claim", "claims", "allegation", "allegations",
        "suggestion", "suggestions", "article", "post", "posts", "that",
    ]
    /// Whose word alone makes a rumour.
    private static let gossips: Set<String> = [
        "messages", "message", "posts", "post", "rumours", "rumors", "tweets", "video", "videos",
        "tabloid", "tabloids", "columnist", "columnists", "blog", "blogs", "blogger", "bloggers",
        "users", "commentator", "commentators",
    ]

    init(_ sentence: ParsedSentence, mentions: [Mention]) {
        var hasRumour = false
        var isDebunked = false
        var isTold = false
        for item in sentence.items {
            if Self.tellings.contains(item.text) { isTold = true }
            if Self.reported.contains(item.text) { assertion = .reported }
            if Self.rumour.contains(item.text) { hasRumour = true }
            if Self.debunked.contains(item.text) { isDebunked = true }
        }
        if hasRumour || Self.isHearsay(sentence) { assertion = .rumour }
        if isDebunked && (isTold || assertion == .rumour) { isIdle = true }
        if sentence.items.last?.text == "?" || Self.isAsking(sentence) { isIdle = true }
    }

    /// "To ask the minister who will provide …": a question put in a parliament.
    private static func isAsking(_ sentence: ParsedSentence) -> Bool {
        guard let clause = sentence.clauses.first else { return false }
        let verb = sentence.verbs[clause.verb]
        return verb.lemma == "ask" && verb.form == .infinitive && clause.governor == nil
    }

    private static let hearsayVerbs: Set<String> = [
        "claim", "allege", "suggest", "say", "spread", "circulate", "report", "insinuate", "hint",
        "speculate", "whisper", "write",
    ]

    /// "Messages shared online claim that …": nobody says it who can be named.
    private static func isHearsay(_ sentence: ParsedSentence) -> Bool {
        sentence.clauses.contains { clause in
            let verb = sentence.verbs[clause.verb]
            guard Self.hearsayVerbs.contains(verb.lemma) else { return false }
            return clause.subjects.contains { noun in
                let head = sentence.items[sentence.nouns[noun].head].text
                let isLooseClaim = verb.lemma == "claim" && ["reports", "media"].contains(head)
                return Self.gossips.contains(head) || isLooseClaim
            }
        }
    }
}

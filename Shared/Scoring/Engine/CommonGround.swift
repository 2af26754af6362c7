import DequeModule
import Evidence

/// What the assessments of several governments have in common, found once.
///
/// It rests on the date and on the engine, and serves until one of those changes. What it has found in
/// the evidence it finds anew once something that was looked up for it changes. It is used by one thread.
final class CommonGround {
    let engine: ScoringEngine
    let asOf: AsOf
    let evidence: EvidenceView
    let corroboration: Corroboration
    let ownership: OwnershipGraph
    let statements: StatementBook
    let test: DeploymentTest
    private var homes: [Jurisdiction?: PartyBook] = [:]
    private var books: [EntityID: Remembered<RecipientBook>] = [:]
    /// The recipients with a book, each once; the next that may have to go is first.
    private var bookOrder: Deque<EntityID> = []
    private var groupCount = 0

    /// How many deployments are remembered at the most.
    private let keptMax: Int
    /// How many books that were used again are kept each time that some must go.
    private static let chancesMax = 16

    init(
        _ engine: ScoringEngine,
        asOf: PartialDate,
        evidence: EvidenceView,
        keptMax: Int = IncrementalScorer.keptMaxByDefault
    ) {
        self.keptMax = keptMax
        self.engine = engine
        self.asOf = AsOf(date: asOf)
        self.evidence = evidence
        corroboration = Corroboration(
            table: engine.methodology.confidence,
            mutation: engine.mutation
        )
        ownership = OwnershipGraph(
            evidence,
            asOf: self.asOf,
            corroboration: corroboration,
            mutation: engine.mutation
        )
        statements = StatementBook(
            evidence,
            asOf: self.asOf,
            corroboration: corroboration,
            methodology: engine.methodology
        )
        test = DeploymentTest(engine.methodology, mutation: engine.mutation)
    }

    /// The parties as a government of a jurisdiction sees them.
    func parties(of jurisdiction: Jurisdiction?) -> PartyBook {
        if let known = homes[jurisdiction] { return known }
        let home = Home(
            of: jurisdiction,
            methodology: engine.methodology,
            profile: engine.profile,
            mutation: engine.mutation
        )
        let book = PartyBook(home: home, ownership: ownership, statements: statements)
        homes[jurisdiction] = book
        return book
    }

    /// What is told about a recipient's own systems, as remembered or else as found.
    ///
    /// `find` takes what was found before a change of what is told.
    func book(of recipient: EntityID, _ find: (RecipientBook?) -> RecipientBook) -> RecipientBook {
        let known = books[recipient]
        if let book = evidence.recalled(known) {
            book.isFresh = true
            return book
        }
        let book = evidence.noting { find(known?.value) }
        books[recipient] = book
        groupCount += book.value.size - (known?.value.size ?? 0)
        if known == nil { bookOrder.append(recipient) }
        forgetBooks(but: recipient)
        return book.value
    }

    /// Forgets as many of the oldest books as there are too many, with a second chance for a few
    /// that have been used again.
    private func forgetBooks(but kept: EntityID) {
        var chances = Self.chancesMax
        while groupCount > keptMax, bookOrder.count > 1, let next = bookOrder.popFirst() {
            guard let book = books[next]?.value else { continue }
            if next == kept {
                bookOrder.append(next)
            } else if book.isFresh, chances > 0 {
                chances -= 1
                book.isFresh = false
                bookOrder.append(next)
            } else {
                groupCount -= book.size
                books[next] = nil
            }
        }
    }

    /// Forgets what is told about all recipients.
    func forgetBooks() {
        books.removeAll(keepingCapacity: true)
        bookOrder.removeAll(keepingCapacity: true)
        groupCount = 0
    }
}

import Evidence
import Gazetteer

/// Resolves "the government" to the country that a passage is about.
struct DefiniteReader {
    let page: NamePage
    let scopes: ScopeFinder
    let catalogue: Catalogue

    func read() -> [Candidate] {
        page.tokens.indices.compactMap { index in
            guard page.tokens[index].word == NameWords.the,
                let end = page.hits.end(of: .governmentWord, at: index + 1),
                end >= page.tokens.count || page.tokens[end].word != NameWords.of,
                let scope = scopes.scope(of: index..<end),
                let country = catalogue.index(of: scope.country)
            else { return nil }
            return Candidate(
                tokens: index..<end,
                target: .known(country),
                score: scope.certainty * 0.8,
                use: .definite
            )
        }
    }
}

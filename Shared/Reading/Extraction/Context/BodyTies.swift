import Evidence

/// Public bodies as parts of their countries, where the page says which country it is about.
///
/// "The Ministry of Health keeps the records", under the heading "Uganda": the body is Uganda's. A
/// body that every reader knows is left alone, as is one whose country is only guessed.
struct BodyTies {
    let context: DocumentContext

    func read(_ mentions: [Mention], in range: Range<Int>) {
        for mention in mentions where mention.kind == .publicBody {
            guard let home = context.country(of: mention.entity), home != mention.entity,
                context.entity(home)?.kind == .country, context.scope == home,
                context.derived[mention.entity] != nil, isNew(mention.entity)
            else { continue }
            context.relations.append(
                RelationDraft(
                    relation: Relation(kind: .partOf, from: mention.entity, to: home),
                    surfaces: [mention.surface, home.rawValue, Relation.Kind.partOf.rawValue],
                    quote: range,
                    rule: "body.scope@1"
                )
            )
        }
    }

    /// Whether nothing has told yet what a body is part of.
    private func isNew(_ body: EntityID) -> Bool {
        for tie in context.relations[context.tiesSeen...] where tie.relation.kind == .partOf {
            context.partsTold.insert(tie.relation.from)
        }
        context.tiesSeen = context.relations.count
        return !context.partsTold.contains(body)
    }
}

import Evidence

/// A statement or an incident that a passage tells.
enum ToldTopic {
    case statement(StatementDraft)
    case incident(IncidentDraft)

    var topic: Topic {
        switch self {
        case .statement(let draft): .statement(draft.statement.kind)
        case .incident(let draft): .incident(draft.incident.kind)
        }
    }

    var isIncident: Bool { if case .incident = self { true } else { false } }

    /// Whether the words around it may tell better than the rule whom it is about: who is
    /// influenced, constrained or bound by a loan follows from who does it.
    var mayBeOfOthers: Bool {
        switch topic {
        case .statement(.stateInfluenceOverSupplier), .statement(.exportControlConstraint),
            .statement(.tiedFinance):
            false
        default: true
        }
    }

    /// Whom it is about.
    var subject: EntityID {
        get {
            switch self {
            case .statement(let draft): draft.statement.subject
            case .incident(let draft): draft.incident.subject
            }
        }
        set {
            switch self {
            case .statement(var draft):
                draft.statement.subject = newValue
                draft.surface = newValue.rawValue
                draft.rule += "+weighed.subject@1"
                self = .statement(draft)
            case .incident(var draft):
                draft.incident.subject = newValue
                draft.surface = newValue.rawValue
                draft.rule += "+weighed.subject@1"
                self = .incident(draft)
            }
        }
    }

    /// Scalars of the text.
    var quote: Range<Int> {
        switch self {
        case .statement(let draft): draft.quote
        case .incident(let draft): draft.quote
        }
    }
}

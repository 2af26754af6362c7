import Evidence

/// A name of an organization taken apart.
struct ParsedName {
    /// What a part of a name is.
    enum Part: Hashable {
        /// What only this name has.
        case brand(String)
        /// A word that many names share, by its place in ``NameSymbols``.
        case symbol(Int)
        /// A country or place.
        case place(EntityID)
    }

    var parts: [Part] = []
    var numbers: [Int] = []
    var isHan = false
    /// All but legal forms and particles, without spaces.
    var joined = ""
    /// First letters of the words, for acronyms.
    var initials = ""
    /// The words in Latin letters where the name is Chinese.
    var pinyin: [Part: String] = [:]

    /// The words of shared words and places as this name writes them.
    var spelling: [Part: String] = [:]

    var brands: [String] {
        parts.compactMap { part in
            if case .brand(let text) = part { text } else { nil }
        }
    }

    var places: Set<EntityID> {
        Set(
            parts.compactMap { part in
                if case .place(let id) = part { id } else { nil }
            }
        )
    }
}

import Evidence

extension Catalogue {
    /// A hash over every field of every entry, in the order of their ids.
    static func version(of entries: [GazetteerEntry], countries: [CountryEntry]) -> String {
        var hash = StableHash()
        for entry in entries {
            for field in entry.fields { hash.add(field) }
        }
        for country in countries.sorted(by: { $0.code < $1.code }) {
            for union in country.unions { hash.add("\(country.code) \(union)") }
        }
        return hash.hexadecimal
    }
}

extension GazetteerEntry {
    /// Where to look for it, for messages.
    var place: String { file ?? "(code)" }

    /// Everything it says, in a fixed order.
    fileprivate var fields: [String] {
        var fields = [id.rawValue, kind.rawValue, name]
        fields.append(jurisdiction?.rawValue ?? "")
        fields.append(within?.rawValue ?? "")
        for holding in holdings {
            let share = holding.share.map { String($0) } ?? ""
            fields.append("\(holding.holder) \(holding.means.rawValue) \(share)")
        }
        for (scheme, value) in identifiers.sorted(by: { $0.key < $1.key }) {
            fields.append("\(scheme) \(value)")
        }
        for alias in aliases {
            fields.append("\(alias.strength.rawValue) \(alias.language ?? "") \(alias.text)")
        }
        return fields
    }
}

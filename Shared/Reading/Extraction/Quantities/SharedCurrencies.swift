import Evidence
import Foundation

/// Currencies whose words are shared: whose "rupees" they are, the deal's country says.
struct SharedCurrencies: Sendable {
    struct Row: Sendable, Decodable {
        /// ISO 4217 codes; a shared word is read as the first of them, which need not be a code.
        var codes: [String]
        /// Whose currencies count.
        var homes: Homes?
        /// Lower-case words of a text in which such a word is the first currency's for sure.
        var own: [String]
    }

    /// Whose currencies a row is about, where not those of the recipient and of who pays.
    enum Homes: String, Sendable, Decodable {
        /// The recipient's alone, and only where nobody from elsewhere pays.
        case recipient
        /// Those of the suppliers too.
        case suppliers
    }

    /// Where those sit whom a sum is about; `nil` for those of no country.
    struct Parties {
        var recipient: EntityID?
        var payers: [EntityID?]
        var suppliers: [EntityID?]

        /// Whose currencies a row may take, whom it is for first.
        fileprivate func homes(for row: Row) -> [EntityID] {
            switch row.homes {
            case nil: ([recipient] + payers).compactMap(\.self)
            case .suppliers: ([recipient] + payers + suppliers).compactMap(\.self)
            case .recipient:
                payers.allSatisfy { $0 == recipient } ? [recipient].compactMap(\.self) : []
            }
        }
    }

    let rows: [Row]

    /// What a text says of currencies, found when it is asked for.
    final class Text {
        private let make: () -> String
        private lazy var text = make().lowercased()
        private lazy var words = Set(text.split { !$0.isLetter }.map(String.init))

        init(_ make: @escaping () -> String) { self.make = make }

        /// Whether it has a word, or a row of words or characters anywhere.
        func has(_ form: String) -> Bool {
            form.utf8.allSatisfy { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 }
                ? words.contains(form) : text.contains(form)
        }
    }

    /// The currency of a sum in a text.
    ///
    /// - Parameters:
    ///   - code: What the sum's words were read as.
    ///   - parties: Where the parties of the deal sit.
    ///   - text: What the document says.
    /// - Returns: An ISO 4217 code, the given one where nothing speaks for another; `nil` where the
    ///   words are those of many currencies and nothing says which.
    func local(_ code: String, parties: Parties, in text: Text) -> String? {
        // Of the rows of a word, that of whoever comes first counts.
        var best: (place: Int, currency: String)?
        for row in rows where row.codes.first == code {
            for (place, home) in parties.homes(for: row).enumerated() {
                if let best, best.place <= place { break }
                guard let own = Self.currency(of: home), row.codes.contains(own) else { continue }
                best = (place, own != code && row.own.contains(where: text.has) ? code : own)
            }
        }
        return best?.currency ?? (Self.isCode(code) ? code : nil)
    }

    /// Whether it is a currency's code, and not a word that many share.
    static func isCode(_ code: String) -> Bool {
        code.utf8.allSatisfy { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }
    }

    /// The currency of a country, as Foundation knows it.
    private static func currency(of country: EntityID) -> String? {
        guard country.rawValue.utf8.count == 2 else { return nil }
        return Locale(identifier: "und_" + country.rawValue.uppercased()).currency?.identifier
    }
}

import Evidence
import Foundation

/// Currencies whose words are shared: whose "rupees" they are, the deal's country says.
struct SharedCurrencies: Sendable {
    struct Row: Sendable, Decodable {
        /// ISO 4217 codes; a shared word is read as the first of them.
        var codes: [String]
        /// Lower-case words of a text in which such a word is the first currency's for sure.
        var own: [String]
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
    ///   - homes: The countries of the deal, whom it is for first.
    ///   - text: What the document says.
    /// - Returns: An ISO 4217 code; the given one where nothing speaks for another.
    func local(_ code: String, homes: [EntityID], in text: Text) -> String {
        for home in homes {
            guard let own = Self.currency(of: home) else { continue }
            if own == code { return code }
            let row = rows.first { $0.codes.first == code && $0.codes.contains(own) }
            if let row { return row.own.contains(where: text.has) ? code : own }
        }
        return code
    }

    /// The currency of a country, as Foundation knows it.
    private static func currency(of country: EntityID) -> String? {
        guard country.rawValue.utf8.count == 2 else { return nil }
        return Locale(identifier: "und_" + country.rawValue.uppercased()).currency?.identifier
    }
}

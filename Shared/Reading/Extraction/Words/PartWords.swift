/// The file `english-parts.yaml`: what shows, around a company's name, that it supplies.
struct PartWords: Sendable, Decodable {
    /// Words that keep a stretch of text from telling of a deal.
    var bars: Set<String>
    /// Words before "to X" by which work is given to X.
    var handed: Set<String>
    /// Words before "with X" by which X is dealt with.
    var dealt: Set<String>
    /// Words before "from X" by which something is got from X.
    var got: Set<String>
    /// Words before "on X" by which a system stands on X.
    var hosted: Set<String>
    /// Words for where a supplier keeps what is its customers': "in X's cloud".
    var places: Set<String>
    /// Words before "of X" for what X makes.
    var made: Set<String>
    /// Words for several companies that act as one: "a consortium of X and Y".
    var groups: Set<String>
    /// Words for the part of a supplier: "the builder is X".
    var titles: Set<String>
    /// Verbs whose subject supplies, besides those of the frames of supply.
    var deeds: Set<String>
    /// Words of money that make a bank in the sentence one that pays.
    var money: Set<String>
    /// Words for who pays: "the main funder is X".
    var funders: Set<String>
    /// Words for those who speak for a state abroad.
    var envoys: Set<String>
    /// Words before an amount for what something costs.
    var costs: Set<String>
    /// Words for what a system is about that are no system themselves.
    var domains: Set<String>
}

import Evidence

/// A factor's level for one deployment: 0–4, or a range where it is not known exactly.
struct Level: Hashable {
    /// The claims it rests on, in order.
    var claims: [ClaimID] = []
    /// Both ends, kept small: thousands of levels are kept.
    private var mildest: Int8
    private var worst: Int8

    static let unknown = Level(lo: 0, hi: 4)

    init(lo: Int, hi: Int, claims: [ClaimID] = []) {
        mildest = Int8(lo)
        worst = Int8(max(lo, hi))
        self.claims = claims
    }

    /// With unknown, disputed and unadmitted things at their mildest.
    var lo: Int {
        get { Int(mildest) }
        set { mildest = Int8(newValue) }
    }

    /// With them at their worst.
    var hi: Int {
        get { Int(worst) }
        set { worst = Int8(newValue) }
    }

    static func known(_ level: Int, claims: [ClaimID] = []) -> Level {
        Level(lo: level, hi: level, claims: claims)
    }

    /// Whether something is known: a level above 0, or that there is none.
    var isKnown: Bool { lo > 0 || hi == 0 }

    /// The worst of several, with the claims of those that are as bad; unknown for none.
    static func worst(of levels: [Level]) -> Level {
        guard let lo = levels.map(\.lo).max(), let hi = levels.map(\.hi).max() else {
            return .unknown
        }
        if levels.count == 1 { return levels[0] }
        let claims = [ClaimID].merged(levels.lazy.filter { $0.lo == lo }.map(\.claims))
        return Level(lo: lo, hi: hi, claims: claims)
    }

    /// Adds a level that evidence gives: an admitted one raises both ends and makes an unknown
    /// level known, an unadmitted one the upper end only.
    static func told(_ levels: [Told<Int>]) -> Level {
        if levels.isEmpty { return .unknown }
        if levels.count == 1 {
            return levels[0].isAdmitted
                ? .known(levels[0].value, claims: levels[0].claims) : .unknown
        }
        let admitted = levels.filter(\.isAdmitted)
        guard let lo = admitted.map(\.value).max() else { return .unknown }
        let worst = levels.map(\.value).max() ?? lo
        let claims = [ClaimID].merged(admitted.lazy.filter { $0.value == lo }.map(\.claims))
        return Level(lo: lo, hi: max(lo, worst), claims: claims)
    }

    /// One step milder, as a measure in force makes it; what is unknown stays so.
    func lowered(where applies: (Int) -> Bool, claims measure: [ClaimID]) -> Level {
        guard isKnown, applies(lo) || applies(hi) else { return self }
        return Level(
            lo: applies(lo) ? lo - 1 : lo,
            hi: applies(hi) ? hi - 1 : hi,
            claims: claims.merged(with: measure)
        )
    }
}

"""The scores in pandas, written from the paper on the formula and independent of the engine.

`scores(tables)` takes the tables party, holding, law, statement and deployment (see README.md) and
returns one row for each government: d, d_hi, d_coverage, l, l_coverage. The as-of date is 2026.
"""
import numpy as np
import pandas as pd

FUNCTIONS = {
    "identity": .12, "public-safety": .12, "administration": .12, "networks": .12, "treasury": .10,
    "health": .10, "social-protection": .08, "education": .06, "elections": .06, "land": .06,
    "transport-utilities": .06,
}
FACTORS = {
    "D1": .22, "D2": .17, "D3": .09, "D4": .17, "D6": .14, "D7": .08, "D8": .06, "D10": .07,
    "L2": .15, "L3": .15, "L4": .14, "L5": .10, "L6": .12, "L7": .08,
}
CATEGORIES = {  # family, layer, functions
    "government-cloud": (0, "platform", ["administration"]),
    "data-centre": (0, "data-centre", ["administration"]),
    "e-government": (1, "application", ["administration"]),
    "smart-city": (2, "application", ["public-safety", "transport-utilities"]),
    "public-safety-surveillance": (2, "application", ["public-safety"]),
    "traffic-management": (2, "application", ["transport-utilities"]),
    "telecom-network": (3, "network", ["networks"]),
    "digital-identity-biometrics": (4, "application", ["identity"]),
    "health": (5, "application", ["health"]),
    "education": (6, "application", ["education"]),
    "finance-tax-customs": (7, "application", ["treasury"]),
    "earth-observation": (8, "application", ["land"]),
    "energy-utilities": (9, "application", ["transport-utilities"]),
}
STATUS = {
    "operational": 1000, "under-construction": 850, "contracted": 700, "financed": 700,
    "agreed": 400, "suspended": 400, "planned": 200, "cancelled": 0, "ended": 1000,
}
REACH = {"whole": 1000, "regions": 600, "region": 300, "site": 100}
AWARD = {"open": 0, "selective": 1, "single-bid": 2, "direct": 3, "donated": 3, "tied-to-finance": 4}
ACCESS = {"in-house": 0, "vendor-trains": 0, "vendor-supports": 1, "shared": 2,
          "vendor-operates": 3, "vendor-alone": 4}
SKILLS = {"in-house": 0, "vendor-trains": 1, "vendor-supports": 2, "shared": 2,
          "vendor-operates": 3, "vendor-alone": 3}
LAYER_BIT = {"network": 1, "data-centre": 2, "platform": 4, "application": 8, "operation": 16,
             "training": 32}
ADMISSION = .4 - 1e-12
LAST_DAY = pd.Timestamp("2026-12-31")


# ------------------------------------------------------------------------------------- ownership

def ownership(party, holding, law, homes):
    """The corporate parent of each party, and how foreign each is to each home."""
    kind = party.set_index("id").kind.to_dict()
    place = party.set_index("id").jurisdiction.to_dict()
    held = {row.entity: (row.holder, {"sole": 6, "majority": 5}.get(row.means, 1))
            for row in holding.itertuples()}
    compels = law.set_index("jurisdiction").compels.to_dict()
    parents, rows = {}, []
    for first in party.id[party.kind.isin(["company", "financier"])]:
        parent = first
        while parent in held and held[parent][1] >= 5 and kind[held[parent][0]] != "country":
            parent = held[parent][0]
        parents[first] = parent
        holds, states, node, strength = {}, {}, first, 6
        while node is not None:
            holder, edge = held.get(node, (None, 0))
            if edge < 5:
                holds[place[node]] = max(holds.get(place[node], 0), strength)
            if kind[node] == "country":
                level = 2 if strength == 1 else 4
                states[place[node]] = max(states.get(place[node], 0), level)
            node, strength = holder, min(strength, edge)
        for home in homes:
            abroad = {j: s for j, s in holds.items() if j != home}
            hold = max(abroad.values(), default=0)
            firm = [j for j, s in abroad.items() if s >= 5]
            laws = [compels.get(j) for j in (firm or abroad)]
            if hold == 6 and home in holds:
                hold = 5
            state = max((s for j, s in states.items() if j != home), default=0)
            rows.append((first, home, hold, state, bool(firm), any(x is True for x in laws),
                         any(x is None for x in laws)))
    columns = ["party", "home", "hold", "state", "decisive", "reached", "open"]
    return pd.Series(parents, name="parent"), pd.DataFrame(rows, columns=columns)


# --------------------------------------------------------------------------------------- merging

def merged(claims, parents):
    """The deployment of each claim: components by common party within five years."""
    parties = claims.melt(["id", "subject", "family", "day"], ["s1", "s2", "op", "fin"],
                          value_name="party").dropna(subset="party")
    parties["parent"] = parties.party.map(parents)
    bucket = ["subject", "family", "parent"]
    parties = parties.drop_duplicates(["id", "parent"]).sort_values(bucket + ["day"])
    groups = parties.groupby(bucket, sort=False)
    loose = parties.day.isna().groupby([parties[c] for c in bucket], sort=False).transform("any")
    gap = (groups.day.diff() > 5 * 365.25).astype(int)
    island = gap.groupby([parties[c] for c in bucket], sort=False).cumsum().where(~loose, 0)
    number = pd.DataFrame({c: parties[c] for c in bucket} | {"i": island}).groupby(
        bucket + ["i"], sort=False).ngroup().to_numpy()
    index = claims.id.searchsorted(parties.id)
    label = np.arange(len(claims))
    while True:
        low = np.full(number.max() + 1, len(claims))
        np.minimum.at(low, number, label[index])
        following = label.copy()
        np.minimum.at(following, index, low[number])
        if (following == label).all():
            return label
        label = following


# ---------------------------------------------------------------------------------- what is told

def admitted(rows, keys):
    """Whether the claims for each thing suffice: publishers are independent voices."""
    best = rows.groupby(keys + ["publisher"], sort=False).weight.max()
    doubt = (1 - best).groupby(level=list(range(len(keys))), sort=False).prod()
    return (1 - doubt >= ADMISSION).rename("ok").reset_index()


def told(claims, values):
    rows = claims[["g", "publisher", "weight"]].assign(v=values).dropna(subset="v")
    return admitted(rows, ["g", "v"])


def stacked(claims, columns):
    parts = [claims[["g", "publisher", "weight"]].assign(v=claims[c]) for c in columns]
    return admitted(pd.concat(parts).dropna(subset="v"), ["g", "v"])


def ladder(rows, values, index):
    """The worst level admitted and the worst told, by group; missing where none is."""
    level = (rows.v.map(values) if values else rows.v).astype(float)
    ok = rows.ok.astype(bool)
    most = level.groupby(rows.g).max().reindex(index)
    lo = level[ok].groupby(rows.g[ok]).max().reindex(index)
    return pd.DataFrame({"lo": lo, "most": most})


def level(*parts):
    """Levels of several sources together: unknown is 0 to 4."""
    both = pd.concat(parts, axis=1)
    lo, most = both["lo"], both["most"]
    lo = lo.max(axis=1) if isinstance(lo, pd.DataFrame) else lo
    most = most.max(axis=1) if isinstance(most, pd.DataFrame) else most
    hi = np.where(lo.isna(), 4, np.fmax(lo, most))
    return pd.DataFrame({"lo": lo.fillna(0), "hi": hi}, index=both.index)


def flag(rows, index, where=None):
    chosen = rows if where is None else rows[where]
    return chosen.groupby("g").ok.any().reindex(index, fill_value=False).astype(bool)


def present(rows, index):
    return pd.Series(index.isin(rows.g), index=index)


# ------------------------------------------------------------------------------------------ scores

def scores(tables):
    party, holding = tables["party"], tables["holding"]
    statement, claims = tables["statement"], tables["deployment"].sort_values("id")
    claims = claims.reset_index(drop=True)
    place = party.set_index("id").jurisdiction
    within = party.set_index("id").within
    claims["home"] = claims.subject.map(place)
    claims["family"] = claims.category.map({k: v[0] for k, v in CATEGORIES.items()})
    claims["day"] = days(claims.year, claims.month)
    claims["weight"] = (claims.reliability.map({"B": .8, "C": .6, "D": .4}) * .8
                        * claims.assertion.map({"asserted": 1, "reported": .6, "rumour": .2}))
    parents, foreign = ownership(party, holding, tables["law"], claims.home.unique())
    claims["g"] = merged(claims, parents)
    groups = admitted(claims, ["g"]).set_index("g").rename(columns={"ok": "evidenced"})
    groups[["subject", "home"]] = claims.groupby("g")[["subject", "home"]].first()
    facts = Facts(claims, groups, foreign, statement, place, within)
    return facts.result(party, parents)


def days(year, month):
    parts = pd.DataFrame({"year": year, "month": month, "day": 1})
    known = year.notna()
    stamps = pd.to_datetime(parts[known].astype(int))
    return (stamps - pd.Timestamp(0)).dt.days.reindex(year.index)


class Facts:
    """What the claims tell of each deployment, and its levels."""

    def __init__(self, claims, groups, foreign, statement, place, within):
        self.claims, self.groups, self.foreign = claims, groups, foreign
        self.statement, self.place, self.within = statement, place, within
        self.index = groups.index
        self.status_and_reach()
        self.parties()
        self.hands()
        self.levels = self.all_levels()

    def status_and_reach(self):
        claims, index = self.claims, self.index
        known = claims[claims.status != "unknown"].copy()
        end = known.day.fillna(days(known.published, known.published * 0 + 1))
        halvings = ((LAST_DAY - pd.Timestamp(0)).days - end).clip(lower=0) / 365.25 / 3
        known["s"] = np.where(known.status == "ended", np.floor(1000 * .5 ** halvings + .5),
                              known.status.map(STATUS))
        ok = told(known, known.status).rename(columns={"v": "status"})
        known = known.merge(ok, on=["g", "status"])
        known["when"] = known.day.fillna(-99999)
        order = ["g", "when", "published", "s", "status"]
        decided = known[known.ok].sort_values(order).groupby("g").s.last().reindex(index)
        rumoured = known[~known.ok].groupby("g").s.max().reindex(index)
        self.status = decided.fillna(700)
        self.status_most = pd.Series(np.where(decided.isna(), 1000, np.fmax(decided, rumoured)),
                                     index=index)
        self.reach = ladder(told(claims, claims.reach), REACH, index)

    def parties(self):
        claims = self.claims
        self.supplier = stacked(claims, ["s1", "s2"])
        self.operator = told(claims, claims.op)
        self.financier = told(claims, claims.fin)
        frames = [self.supplier.assign(supplies=True), self.operator.assign(supplies=False)]
        rows = pd.concat(frames).rename(columns={"v": "party"})
        rows["home"] = rows.g.map(self.groups.home)
        self.provider = rows.merge(self.foreign, on=["party", "home"])
        said = self.statement.rename(columns={"subject": "party"})[["party", "kind", "counterpart"]]
        said = said.assign(state=said.counterpart.map(self.place))
        joined = self.provider.drop(columns="state").merge(said, on="party")
        self.said = joined.assign(abroad=joined.state != joined.home)

    def about(self, kinds, is_abroad=False):
        rows = self.said[self.said.kind.isin(kinds)]
        rows = rows[rows.abroad] if is_abroad else rows
        return ladder(rows.assign(v=rows.kind), kinds, self.index)

    def hands(self):
        index, p, claims = self.index, self.provider, self.claims
        firm = p.hold >= 5
        self.has_supplier = flag(p, index, p.supplies)
        foreign = flag(p, index, firm)
        all_home = (~firm).groupby(p.g).all().reindex(index, fill_value=True)
        self.present = pd.Series(np.select([foreign, self.has_supplier & all_home], [1, 0], -1),
                                 index=index)
        self.operation = told(claims, claims.operation)
        running = self.operation.v.isin(["vendor-operates", "vendor-alone"])
        self.runs = flag(self.operation, index, running)
        self.runs_told = present(self.operation[running], index)
        self.settled = flag(self.operation, index)
        in_house = flag(self.operation, index, self.operation.v == "in-house")
        home_operator = flag(p, index, ~p.supplies & ~firm)
        runs_abroad = flag(p, index, ~p.supplies & firm) | (
            flag(p, index, p.supplies & firm) & self.runs)
        runs_home = (self.present == 0) | home_operator | in_house
        self.running = pd.Series(np.select([runs_abroad, runs_home], [1, 0], -1), index=index)
        where = claims.host + ":" + claims.keyed.astype(str) + ":" + claims.safeguarded.astype(str)
        self.hosting = told(claims, where.where(claims.host.notna()))
        parts = self.hosting.v.str.split(":", expand=True).reindex(columns=range(3))
        self.hosting["host"], self.hosting["keyed"] = parts[0], parts[1].str.lower() == "true"
        self.hosting["safe"] = parts[2].str.lower() == "true"
        self.keyed = flag(self.hosting, index, self.hosting.keyed)
        self.keyed_told = present(self.hosting[self.hosting.keyed], index)

    # ------------------------------------------------------------------------------------- levels

    def all_levels(self):
        index, claims = self.index, self.claims
        tied = told(claims, claims.tied.map({True: 4}))
        award = ladder(told(claims, claims.award), AWARD, index)
        skills = ladder(self.operation, SKILLS, index)
        captured = ladder(self.operator.assign(v=3), None, index)
        levels = self.control()
        levels["D4"], levels["D6"] = self.custody(levels["D1"]), self.access(levels["D1"])
        levels["D7"] = self.finance(tied)
        levels["D8"] = pd.DataFrame({"lo": 0, "hi": np.where(self.present == 0, 0, 4)}, index=index)
        levels["D10"] = level(self.about({"export-control-constraint": 4}, is_abroad=True))
        levels["L3"] = level(self.about({"supplier-dependence": 2, "interoperability-gap": 3}))
        levels["L4"] = level(self.about({"migration-difficulty": 4}))
        levels["L5"] = level(award, ladder(tied, None, index), self.about({"opaque-procurement": 3}))
        levels["L6"] = level(skills, captured, self.about({"weak-oversight": 2}))
        levels["L7"] = self.term()
        return levels

    def control(self):
        p = self.provider.copy()
        on = p.g.map
        sees = np.where(p.supplies, on(self.runs | self.keyed), p.ok)
        may = np.where(p.supplies, on(self.runs | self.keyed | ~self.settled | self.runs_told
                                      | self.keyed_told), True)
        p["d1"] = p.hold.map({0: 0, 1: 1, 5: 3, 6: 4})
        p["d1_hi"] = p.d1
        firm = np.where(p.decisive, 3, 1)
        top = np.where(p.decisive & may.astype(bool), 4, firm)
        low = np.where(p.decisive & sees.astype(bool), 4, firm)
        is_held = p.hold > 0
        p["d2"] = np.where(is_held & p.reached, low, 0)
        p["d2_hi"] = np.where(~is_held, 0, np.where(p.reached, top, np.where(p.open, 4, 0)))
        pushed = self.said[(self.said.kind == "state-influence-over-supplier") & self.said.abroad]
        keys = pd.MultiIndex.from_frame(p[["party", "home"]])
        influenced = keys.isin(pd.MultiIndex.from_frame(pushed[["party", "home"]]))
        p["d3"] = np.maximum(p.state, np.where(influenced, 2, 0))
        p["d3_hi"] = np.where(p.d3 > 0, p.d3, np.where(is_held, 4, 0))
        levels = {}
        for name in ["d1", "d2", "d3"]:
            lo = p[p.ok].groupby("g")[name].max().reindex(self.index, fill_value=0)
            hi = p.groupby("g")[name + "_hi"].max().reindex(self.index, fill_value=4)
            hi = np.maximum(lo, hi.where(self.has_supplier, 4))
            levels[name.upper()] = pd.DataFrame({"lo": lo, "hi": hi})
        return levels

    def lowered(self, levels, control, applies):
        """A safeguard in force takes one step off from 2, and from 1 where control is weak."""
        protected = set(self.statement.subject[self.statement.kind == "privacy-safeguard"])
        home = self.groups.subject
        is_safe = home.isin(protected) | home.map(self.within).isin(protected)
        is_known = (levels.lo > 0) | (levels.hi == 0)
        for end in ["lo", "hi"]:
            falls = (levels[end] >= 2) | ((levels[end] == 1) & (control.hi <= 2))
            levels[end] = levels[end] - (is_safe & applies & is_known & falls)
        return levels

    def custody(self, control):
        index, h = self.index, self.hosting
        is_keyed = h.keyed & (h.g.map(self.present) == 1)
        level_ = np.select([is_keyed, h.host == h.g.map(self.groups.home), h.safe], [4, 0, 3], 4)
        runs = pd.DataFrame({"g": index[self.running == 1], "v": 2, "ok": True})
        both = ladder(pd.concat([h.assign(v=level_)[["g", "v", "ok"]], runs]), None, index)
        found = level(both)
        placed = flag(h, index)
        open_ = placed & (found.lo == 0) & both.lo.notna() & (self.running == -1)
        found["hi"] = np.where(~placed, 4, np.where(open_, np.maximum(found.hi, 2), found.hi))
        return self.lowered(found, control, both.most != 3)

    def access(self, control):
        index, p = self.index, self.provider
        parts = [self.operation[self.operation.g.map(self.present) == 1].assign(
            v=lambda rows: rows.v.map(ACCESS))]
        parts.append(pd.DataFrame({"g": index[self.running == 1], "v": 3, "ok": True}))
        own = p[~p.supplies & (p.hold < 5) & (p.g.map(self.running) != 1)]
        parts.append(own[["g", "ok"]].assign(v=0))
        found = level(ladder(pd.concat([x[["g", "v", "ok"]] for x in parts]), None, index))
        found[(self.present == 0) & (self.running == 0)] = 0
        return self.lowered(found, control, True)

    def finance(self, tied):
        rows = self.financier.rename(columns={"v": "party"})
        rows["home"] = rows.g.map(self.groups.home)
        rows = rows.merge(self.foreign, on=["party", "home"])
        is_tied = rows.g.map(flag(tied, self.index))
        may_be = rows.g.map(present(tied, self.index))
        foreign, state = rows.hold >= 5, rows.state >= 3
        rows["lo"] = np.where(~foreign, 0, np.where(state, np.where(is_tied, 4, 3), 1))
        rows["hi"] = np.where(~foreign, 0, np.where(state, np.where(may_be, 4, 3), 4))
        lo = rows[rows.ok].groupby("g").lo.max().reindex(self.index)
        hi = rows.groupby("g").hi.max().reindex(self.index)
        return pd.DataFrame({"lo": lo.fillna(0), "hi": hi.where(lo.notna(), 4)})

    def term(self):
        terms = told(self.claims, self.claims.term)
        is_loan = terms.g.map(flag(self.financier, self.index))
        years = terms.v.astype(float)
        terms["v"] = np.select([is_loan & (years > 10), years < 3, years < 5], [4, 0, 1], 2)
        kinds = ["contracted", "financed", "under-construction", "operational"]
        firm = self.claims[self.claims.day.notna() & (self.claims.weight >= ADMISSION)
                           & self.claims.status.isin(kinds)].groupby("g").day
        served = ((firm.max() - firm.min()) / 365.25).rename("v").reset_index()
        served = served[served.v >= 3]
        served["v"] = np.where(served.v < 5, 1, 2)
        served["ok"] = served.g.map(self.groups.evidenced)
        return level(ladder(pd.concat([terms, served]), None, self.index))

    # -------------------------------------------------------------------------------------- cells

    def cover(self):
        """What each deployment counts in each function, for its government and its country."""
        claims = self.claims
        by_category = pd.DataFrame([(c, f) for c, v in CATEGORIES.items() for f in v[2]],
                                   columns=["category", "v"])
        plain = claims[claims.f1.isna()].merge(by_category, on="category")
        named = [claims[["g", "publisher", "weight"]].assign(v=claims[f]) for f in ["f1", "f2"]]
        rows = pd.concat(named + [plain[["g", "publisher", "weight", "v"]]]).dropna(subset="v")
        rows = admitted(rows, ["g", "v"]).rename(columns={"v": "function"})
        own = rows.assign(subject=rows.g.map(self.groups.subject), limit=1000)
        outer = own.assign(subject=own.subject.map(self.within), limit=300).dropna(subset="subject")
        rows = pd.concat([own, outer.astype({"subject": int})], ignore_index=True)
        lo = np.minimum(rows.limit, rows.g.map(self.reach.lo).fillna(300))
        most = np.where(rows.g.map(self.reach.lo).isna(), 1000, rows.g.map(self.reach.most))
        counts = rows.ok & rows.g.map(self.groups.evidenced)
        rows["weight"] = np.where(counts, lo, 0) * rows.g.map(self.status)
        rows["most"] = np.maximum(lo, np.minimum(rows.limit, most)) * rows.g.map(self.status_most)
        return rows

    def depth(self, cover, supply):
        claims = self.claims
        operation = claims.operation.map({"vendor-operates": "operation",
                                          "vendor-alone": "operation", "vendor-trains": "training"})
        both = (claims.op == claims.s1) | (claims.op == claims.s2)
        layers = [claims.category.map({k: v[1] for k, v in CATEGORIES.items()}), operation,
                  both.map({True: "operation"})]
        rows = pd.concat([claims[["g", "publisher", "weight"]].assign(v=x) for x in layers])
        rows = admitted(rows.dropna(subset="v"), ["g", "v"])
        rows = rows[rows.ok].assign(bit=rows.v.map(LAYER_BIT))
        mask = rows.groupby("g").bit.sum()
        held = cover[cover.most > 0].merge(supply[["g", "parent"]].drop_duplicates(), on="g")
        held = held[held.g.map(self.groups.evidenced)]
        held["mask"] = np.where(held.weight > 0, held.g.map(mask).fillna(0), 0).astype(int)
        keys = ["subject", "function", "parent"]
        held = held.sort_values(keys + ["weight"], ascending=[True, True, True, False])
        for bit in LAYER_BIT.values():
            has = (held["mask"] & bit > 0).astype(int)
            held[f"b{bit}"] = has.groupby([held[k] for k in keys], sort=False).cummax()
        bits = [f"b{bit}" for bit in LAYER_BIT.values()]
        held[bits] = held.groupby(keys + ["weight"], sort=False)[bits].transform("max")
        held["layers"] = held[bits].sum(axis=1)
        return held.groupby(["subject", "function", "g"]).layers.max()

    def entries(self, cover, supply):
        frames = []
        for factor, levels in self.levels.items():
            frames.append(cover.assign(factor=factor, lo=cover.g.map(levels.lo),
                                       hi=cover.g.map(levels.hi)))
        depth = self.depth(cover, supply)
        keys = pd.MultiIndex.from_frame(cover[["subject", "function", "g"]])
        layers = depth.reindex(keys).fillna(0).to_numpy()
        lo = np.where(layers >= 2, np.minimum(layers, 4), 0)
        frames.append(cover.assign(factor="L2", lo=lo, hi=np.where(layers >= 2, lo, 4)))
        return pd.concat(frames + [self.spoken()])

    def spoken(self):
        """What is said of governments, as deployments of their own."""
        rules = {"supplier-dependence": ("L3", 2), "interoperability-gap": ("L3", 3),
                 "migration-difficulty": ("L4", 4), "weak-oversight": ("L6", 2),
                 "export-control-constraint": ("D10", 4)}
        places = self.within.dropna()
        governments = set(self.claims.subject) | set(places) | set(places.index)
        rows = self.statement[self.statement.kind.isin(rules)
                              & self.statement.subject.isin(governments)]
        own = rows.assign(reach=500)
        outer = rows.assign(subject=rows.subject.map(self.within), reach=300)
        rows = pd.concat([own, outer.dropna(subset="subject")]).astype({"subject": int})
        rows["factor"] = rows.kind.map(lambda kind: rules[kind][0])
        rows["lo"] = rows["hi"] = rows.kind.map(lambda kind: rules[kind][1])
        rows["weight"] = rows["most"] = rows.reach * 1000
        is_own = rows.subject.map(self.place) == rows.counterpart.map(self.place)
        rows = rows[~(is_own & (rows.factor == "D10"))]
        return rows.merge(pd.DataFrame({"function": list(FUNCTIONS)}), how="cross")

    def result(self, party, parents):
        cover = self.cover()
        supply = self.supplier[self.supplier.ok].rename(columns={"v": "supplier"})
        supply = supply.assign(parent=supply.supplier.map(parents))[["g", "supplier", "parent"]]
        entries = self.entries(cover, supply)
        entries["x"] = entries.weight * entries.lo / 4e6
        entries["x_hi"] = entries.most * entries.hi / 4e6
        is_known = (entries.lo > 0) | (entries.hi == 0)
        entries["known"] = np.where(is_known, entries.weight, 0) / 1e6
        cells = entries.groupby(["subject", "function", "factor"])[["x", "x_hi", "known"]].max()
        subjects = sorted(set(entries.subject))
        full = pd.MultiIndex.from_product([subjects, FUNCTIONS, FACTORS],
                                          names=["subject", "function", "factor"])
        cells = cells.reindex(full, fill_value=0).reset_index()
        covered = cover.groupby(["subject", "function"]).weight.max() / 1e6
        keys = pd.MultiIndex.from_frame(cells[["subject", "function"]])
        rest = 1 - covered.reindex(keys).fillna(0).to_numpy()
        cells["x_hi"] = np.maximum(cells.x_hi, rest)
        weight = cells.function.map(FUNCTIONS) * cells.factor.map(FACTORS)
        sums = cells[["x", "x_hi", "known"]].mul(weight, axis=0).groupby(
            [cells.subject, cells.factor.str[0]]).sum().unstack()
        supplied = cover[cover.weight > 0].merge(supply, on="g")
        l1 = concentration(supplied).reindex(subjects, fill_value=0)
        l8 = entanglement(supplied, self.financier).reindex(subjects, fill_value=0)
        d = 100 * sums["x"]["D"]
        return pd.DataFrame({
            "d": d,
            "d_hi": np.minimum(100, np.maximum(d, 100 * sums["x_hi"]["D"])),
            "d_coverage": np.minimum(1, sums["known"]["D"]),
            "l": 100 * (sums["x"]["L"] + .18 * l1 + .08 * l8),
            "l_coverage": np.minimum(1, sums["known"]["L"] / .74),
        }).rename_axis("subject").reset_index()


def concentration(supplied):
    most = supplied.groupby(["subject", "function"]).weight.transform("max")
    main = supplied[supplied.weight == most][["subject", "function", "parent"]].drop_duplicates()
    sharing = main.groupby(["subject", "function"]).parent.transform("size")
    share = main.function.map(FUNCTIONS) / sharing
    squares = (share.groupby([main.subject, main.parent]).sum() ** 2).groupby(level=0).sum()
    known = main.drop_duplicates(["subject", "function"])
    total = sum(v * v for v in FUNCTIONS.values())
    rest = total - (known.function.map(FUNCTIONS) ** 2).groupby(known.subject).sum()
    index = (squares + rest - 1 / 11) / (1 - 1 / 11)
    return index.clip(lower=0).where(known.groupby("subject").size() >= 5, 0)


def entanglement(supplied, financier):
    lent = supplied.merge(financier[financier.ok].rename(columns={"v": "lender"})[["g", "lender"]],
                          on="g")
    tied = []
    names = supplied.groupby(["subject", "parent"]).supplier.transform("nunique")
    tied.append(supplied[names > 1])
    by_lender = lent.groupby(["subject", "lender"])
    shared = (by_lender.supplier.transform("nunique") > 1) & (by_lender.g.transform("nunique") > 1)
    tied.append(lent[shared])
    found = pd.concat(tied)[["subject", "g"]].drop_duplicates()
    functions = supplied.merge(found, on=["subject", "g"])[["subject", "function"]].drop_duplicates()
    return functions.function.map(FUNCTIONS).groupby(functions.subject).sum().clip(upper=1)

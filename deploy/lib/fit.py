"""Fit the weights of the reader's choices; see deploy/fit.

What part a party has is a logistic regression, which buyer and which kind of system a multinomial
one over the candidates and "none of them", each with a quadratic penalty on all weights but the
bias, over the evidence that `mooring extract --evidence` wrote for it. Which tokens are names is a
linear-chain conditional random field.
"""
import bisect
import collections
import hashlib
import json
import pathlib
import re
import sys
import tempfile
import unicodedata

import numpy
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

EXAMPLES = {
    "deals": "Shared/Reading/Data/lexicon/examples.yaml",
    "ties": "Shared/Reading/Data/lexicon/relation-examples.yaml",
    "statements": "Shared/Reading/Data/lexicon/statement-examples.yaml",
}
OUTPUT = "Shared/Reading/Data/weights.tsv"
NAMES_OUTPUT = "Shared/Reading/Data/name-weights.tsv"
NAMES_SAME = {"stateOwnedEnterprise": "company", "country": "territory"}
NAMES_WEIGHT_MIN = 0.05
NAMES_PENALTY = 2.0
NAMES_OWNERS_MIN = 4  # how many names, or documents outside of names, share evidence
NAME_RECORD = '"choice":"name"'
PARTS = ("supplier", "financier")
CHOICES = (*PARTS, "buyer", "kind", "amount", "status")
PENALTY = {"supplier": 4.0, "financier": 4.0, "buyer": 16.0, "kind": 8.0, "amount": 8.0,
           "status": 32.0}
LIGHT = ("bias",)  # hardly penalised
NONE = "none"  # the evidence for none of the candidates
DOCUMENTS_MIN = 5  # in how many documents a piece of evidence has to be
WEIGHT_MIN = 0.05  # smaller ones are left out
TOPICS_OUTPUT = "Shared/Reading/Data/topic-weights.tsv"
TIES_OUTPUT = "Shared/Reading/Data/tie-weights.tsv"
TOPIC_PENALTY = 1.0
# A loan and its strings share their words: what is added by weight is as often wrong as right.
TOPICS_BY_RULE = ("tied-finance",)
EXAMPLE_SHARE = 4.0  # the rules' examples differ from one another only in what matters
SUBJECT_PENALTY = 16.0
TIE_PENALTY = 1.0
TOPIC_MIN = 0.15  # smaller weights of topics are left out
TIE_MIN = 0.15
OVERLAP_MIN = 0.5  # of the shorter of a line and an annotated quote
MUTUAL = ("joint-venture", "partners-with", "competes-with")


def fold(name):
    """A name without case, marks and article."""
    name = unicodedata.normalize("NFKC", name or "").casefold()
    name = re.sub(r"^(the|an?) ", "", name.strip())
    return " ".join(re.findall(r"\w+", name))


def same_names(gold, read):
    """For each entity that was read, the annotated entity that shares a form with it."""
    owners = collections.defaultdict(list)
    for entity in gold.get("entities", []):
        for form in {fold(x) for x in [entity["name"], *entity["surfaces"]]}:
            owners[form].append(fold(entity["name"]))
    table = {}
    for entity in read["entities"]:
        own = fold(entity["name"])
        votes = collections.Counter(
            name
            for form in {fold(x) for x in [entity["name"], *entity["surfaces"]]}
            for name in owners.get(form, [])
        )
        table[own] = own if own in votes or not votes else votes.most_common(1)[0][0]
    return table


def rounded(value, currency):
    """A sum by three digits, as annotations are compared."""
    return f"{float(value):.3g} {currency}"


class Document:
    """An annotated document with the evidence that was read in it."""

    def __init__(self, corpus, folder, stem):
        self.name = stem
        text = (corpus / "text" / f"{stem}.txt").read_text("utf-8")
        gold = json.loads((corpus / "gold" / f"{stem}.json").read_text("utf-8"))
        read = json.loads((folder / f"{stem}.json").read_text("utf-8"))
        table = same_names(gold, read)
        self.resolve = lambda name: table.get(fold(name), fold(name))
        self.kinds = {
            fold(form): entity["type"]
            for entity in gold.get("entities", [])
            for form in [entity["name"], *entity["surfaces"]]
        }
        self.deals = []
        for deal in gold["deployments"]:
            start = text.find(deal["quote"])
            self.deals.append(
                {
                    "quote": (start, start + len(deal["quote"])),
                    "buyer": fold(deal["recipient"]),
                    "kind": deal["category"],
                    "status": deal["status"],
                    "amount": rounded(deal["amount"]["value"], deal["amount"].get("currency"))
                    if (deal.get("amount") or {}).get("value")
                    else None,
                    "supplier": {fold(x) for x in deal["suppliers"]},
                    "financier": {fold(x) for x in deal["financiers"]},
                }
            )
        self.topics, self.ties = [], collections.defaultdict(list)
        for one in gold.get("claims", []) + gold.get("incidents", []):
            start = text.find(one["quote"])
            end = start + len(one["quote"])
            self.topics.append((start, end, one["kind"], fold(one["subject"])))
        for one in gold.get("relations", []):
            start = text.find(one["quote"])
            ends = fold(one["from"]), fold(one["to"])
            tie = (start, start + len(one["quote"]), one["type"], ends[0])
            self.ties[frozenset(ends)].append(tie)
        lines = (folder / f"{stem}.evidence.jsonl").read_text("utf-8").split("\n")
        self.records = [json.loads(line) for line in lines if line and NAME_RECORD not in line]

    def told(self, record, role):
        """The deals that the record's line tells of, in which its party has a part."""
        party, (low, high) = self.resolve(record["party"]), record["line"]
        return [
            deal
            for deal in self.deals
            if party in deal[role] and deal["quote"][0] < high and low < deal["quote"][1]
        ]

    def examples(self, choice):
        """Evidence with 1 or 0; what another line tells of the same party is no example."""
        for record in self.records:
            if record["choice"] != "part":
                continue
            told = self.told(record, choice)
            if not told and any(
                self.resolve(record["party"]) in deal[choice] for deal in self.deals
            ):
                continue
            yield record["evidence"], int(bool(told))

    def selections(self, choice):
        """The candidates' evidence with 1 or 0, for each party with a part in a deal of its line."""
        groups = collections.defaultdict(list)
        for record in self.records:
            if record["choice"] == choice:
                groups[(*record["line"], record["at"])].append(record)
        for group in groups.values():
            told = self.told(group[0], "supplier") + self.told(group[0], "financier")
            if not told:
                continue
            right = {deal[choice] for deal in told}
            name = {
                "buyer": self.resolve,
                "kind": str,
                "status": str,
                "amount": lambda sum: rounded(*sum.split(" ")),
            }[choice]
            found = [(r["evidence"], int(name(r["candidate"]) in right)) for r in group]
            yield found + [([NONE], int(not any(sign for _, sign in found)))]

    def told_in(self, line):
        """The annotated topics of a line: for each, whom it is about."""
        found = collections.defaultdict(set)
        for start, end, kind, subject in self.topics:
            shared = min(line[1], end) - max(line[0], start)
            if start >= 0 and shared >= OVERLAP_MIN * min(line[1] - line[0], end - start):
                found[kind].add(subject)
        return found

    def topic_lines(self):
        """The evidence of each line, with its annotated topics."""
        for record in self.records:
            if record["choice"] == "topic":
                yield record["evidence"], self.told_in(record["line"])

    def subjects(self):
        """The candidates' evidence with 1 or 0, for each annotated topic of each line."""
        lines = collections.defaultdict(list)
        for record in self.records:
            if record["choice"] == "subject":
                lines[tuple(record["line"])].append(record)
        for line, group in lines.items():
            for topic, right in self.told_in(line).items():
                found = [
                    (crossed(r["evidence"], topic), int(self.resolve(r["party"]) in right))
                    for r in group
                ]
                yield found + [([NONE], int(not any(sign for _, sign in found)))]

    def pairs(self):
        """The evidence of each pair of parties that a line names, with how it is tied.

        A pair that only another line ties is no example.
        """
        for record in self.records:
            if record["choice"] != "tie":
                continue
            first, second = self.resolve(record["party"]), self.resolve(record["candidate"])
            ties = self.ties.get(frozenset((first, second)), [])
            low, high = record["line"]
            here = sorted(
                kind + (" back" if kind not in MUTUAL and origin != first else "")
                for start, end, kind, origin in ties
                if start < high and low < end
            )
            if here or not ties:
                yield record["evidence"], here[0] if here else None


def crossed(evidence, topic):
    """Evidence for a subject, alone and together with the topic."""
    for one in evidence:
        if one.startswith("rule "):
            if one == f"rule {topic}":
                yield "rule same"
                yield f"{topic} rule same"
            continue
        yield one
        if not one.startswith(("w-", "w+", "head ")):
            yield f"{topic} {one}"


def matrix(evidence, places):
    ends, columns = [0], []
    for one in evidence:
        columns += [places[e] for e in one if e in places]
        ends.append(len(columns))
    return csr_matrix((numpy.ones(len(columns)), columns, ends), (len(evidence), len(places)))


def fit(documents, choice):
    """The weight of each piece of evidence."""
    groups = []
    for document in documents:
        if choice in PARTS:
            groups += [(document.name, [example]) for example in document.examples(choice)]
        else:
            groups += [(document.name, group) for group in document.selections(choice)]
    kept = common((name, evidence) for name, group in groups for evidence, _ in group)
    data = matrix([evidence for _, group in groups for evidence, _ in group], kept)
    labels = numpy.array([label for _, group in groups for _, label in group], float)
    if choice in PARTS:
        measure = regression(data, labels)
    else:
        measure = selection(data, labels, [len(group) for _, group in groups])
    found = descend(measure, kept, PENALTY[choice])
    return {e: w for e, w in zip(kept, found) if abs(w) >= WEIGHT_MIN}


class Names:
    """An annotated document's tokens with their evidence and labels, line by line."""

    def __init__(self, corpus, folder, stem):
        text = (corpus / "text" / f"{stem}.txt").read_text("utf-8")
        gold = json.loads((corpus / "gold" / f"{stem}.json").read_text("utf-8"))
        tokens, lines, self.evidence = [], [], []
        with (folder / f"{stem}.evidence.jsonl").open(encoding="utf-8") as file:
            for line in file:
                if NAME_RECORD not in line:
                    continue
                record = json.loads(line)
                tokens.append((record["at"], int(record["candidate"])))
                lines.append(record["line"])
                self.evidence.append(record["evidence"])
        entities = gold.get("entities", [])
        spans = named(text, entities)
        self.is_whole = bool(entities)
        self.labels = labels(tokens, spans)
        owners = {form: fold(one["name"]) for one in entities for form in one["surfaces"]}
        self.owners = [stem] * len(tokens)
        for at, (start, _) in enumerate(tokens):
            place = bisect.bisect_right(spans, (start, len(text), "")) - 1
            if place >= 0 and start < spans[place][1]:
                self.owners[at] = owners[text[spans[place][0] : spans[place][1]]]
        starts = [i for i in range(len(lines)) if not i or lines[i] != lines[i - 1]]
        self.lines = [range(*ends) for ends in zip(starts, starts[1:] + [len(lines)])]


def named(text, entities):
    """Where the annotated forms stand in a text, of those that overlap the longest."""
    forms = {
        (form, NAMES_SAME.get(entity["type"], entity["type"]))
        for entity in entities
        for form in entity["surfaces"]
        if form.strip()
    }
    taken, found = bytearray(len(text)), []
    for form, kind in sorted(forms, key=lambda one: (-len(one[0]), one)):
        start = text.find(form)
        while start >= 0:
            end = start + len(form)
            if not (inside(text, start) or inside(text, end) or any(taken[start:end])):
                found.append((start, end, kind))
                taken[start:end] = bytes([1]) * (end - start)
            start = text.find(form, start + 1)
    return sorted(found)


def inside(text, place):
    """Whether a place in a text lies inside a word; Chinese characters are words each."""
    return all(
        0 <= at < len(text) and text[at].isalnum() and not "\u3400" <= text[at] <= "\u9fff"
        for at in (place - 1, place)
    )


def labels(tokens, spans):
    """Each token's label: outside, the beginning, inside or end of a name, or a whole one."""
    found, at = ["O"] * len(tokens), 0
    for start, end, kind in spans:
        while at < len(tokens) and tokens[at][1] <= start:
            at += 1
        last = at
        while last < len(tokens) and tokens[last][0] < end:
            last += 1
        if last == at or tokens[at][0] > start + 1:
            continue
        parts = "S" if last - at == 1 else "B" + "I" * (last - at - 2) + "E"
        found[at:last] = [f"{part}-{kind}" for part in parts]
        at = last
    return found


def write_names(corpus, folder):
    import pycrfsuite

    examples = [Names(corpus, folder, path.stem) for path in sorted((corpus / "gold").glob("*.json"))]
    # Some documents have their deals annotated only.
    examples = [one for one in examples if one.is_whole]
    lines = [
        "# How much each piece of evidence counts for a word's being outside of names (O), or the",
        "# beginning, inside, end or whole (B, I, E, S) of one of a kind, in natural logarithms of",
        "# odds: label, evidence, weight. Fitted by deploy/fit to",
        f"# {len(examples)} annotated documents; do not edit by hand.",
    ]
    # What only a few names have in common tells those names, not what names are like.
    seen = collections.defaultdict(set)
    for one in examples:
        for owner, token in zip(one.owners, one.evidence):
            for evidence in token:
                if len(seen[evidence]) < NAMES_OWNERS_MIN:
                    seen[evidence].add(owner)
    kept = {evidence for evidence, owners in seen.items() if len(owners) >= NAMES_OWNERS_MIN}
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({"c2": NAMES_PENALTY, "max_iterations": 100})
    for one in examples:
        for line in one.lines:
            evidence = [[e for e in one.evidence[at] if e in kept] for at in line]
            trainer.append(evidence, [one.labels[at] for at in line])
    with tempfile.NamedTemporaryFile() as model:
        trainer.train(model.name)
        tagger = pycrfsuite.Tagger()
        tagger.open(model.name)
        found = tagger.info()
    weights = {(to, f"after {label}"): w for (label, to), w in found.transitions.items()}
    weights |= {(label, evidence): w for (evidence, label), w in found.state_features.items()}
    lines += [
        f"{label}\t{evidence}\t{w:.2f}"
        for (label, evidence), w in sorted(weights.items())
        if abs(w) >= NAMES_WEIGHT_MIN
    ]
    save(NAMES_OUTPUT, lines)


def common(examples):
    """What evidence enough documents have, by its place; examples are of document and evidence."""
    seen = collections.defaultdict(set)
    for name, evidence in examples:
        for one in evidence:
            seen[one].add(name)
    kept = sorted(e for e in seen if len(seen[e]) >= DOCUMENTS_MIN)
    return {e: i for i, e in enumerate(kept)}


def descend(measure, kept, penalty, columns=1):
    """The weights of least loss, with a quadratic penalty on all but how frequent things are."""
    scale = numpy.array([0.01 if e in LIGHT else penalty for e in kept]).repeat(columns)

    def loss(weights):
        value, slope = measure(weights)
        return value + (scale * weights**2).sum() / 2, slope + scale * weights

    return minimize(loss, numpy.zeros(len(kept) * columns), jac=True, method="L-BFGS-B",
                    options={"maxiter": 300}).x


def write_topics(documents, rules):
    lines = [
        "# How much each piece of evidence counts for a line telling of a topic, and for whom it is",
        "# about (subject), in natural logarithms of odds: choice, evidence, weight. Fitted by",
        f"# deploy/fit to {len(documents)} annotated documents and the rules' examples; do not edit by",
        "# hand.",
    ]
    share = numpy.array(
        [1.0 for d in documents for _ in d.topic_lines()]
        + [EXAMPLE_SHARE for d in rules for _ in d.topic_lines()]
    )
    documents = documents + rules
    examples = [(d.name, *line) for d in documents for line in d.topic_lines()]
    kept = common((name, evidence) for name, evidence, _ in examples)
    data = matrix([evidence for _, evidence, _ in examples], kept)
    topics = {kind for d in documents for _, _, kind, _ in d.topics}
    for topic in sorted(topics - set(TOPICS_BY_RULE)):
        labels = numpy.array([float(topic in told) for _, _, told in examples])
        found = descend(regression(data, labels, share), kept, TOPIC_PENALTY)
        lines += weighed(topic, kept, found)
    groups = [(d.name, [(list(e), y) for e, y in g]) for d in documents for g in d.subjects()]
    kept = common((name, evidence) for name, group in groups for evidence, _ in group)
    data = matrix([evidence for _, group in groups for evidence, _ in group], kept)
    labels = numpy.array([label for _, group in groups for _, label in group], float)
    measure = selection(data, labels, [len(group) for _, group in groups])
    lines += weighed("subject", kept, descend(measure, kept, SUBJECT_PENALTY))
    save(TOPICS_OUTPUT, lines)


def write_ties(documents, rules):
    lines = [
        "# How much each piece of evidence counts for two parties of a line being tied, or not (none),",
        "# in natural logarithms of odds: choice, evidence, weight. Fitted by deploy/fit to",
        f"# {len(documents)} annotated documents and the rules' examples; do not edit by hand.",
    ]
    examples = [(d.name, *pair) for d in documents + rules for pair in d.pairs()]
    kept = common((name, evidence) for name, evidence, _ in examples)
    data = matrix([evidence for _, evidence, _ in examples], kept)
    choices = sorted({tie for _, _, tie in examples if tie})
    right = numpy.array([choices.index(tie) if tie else len(choices) for _, _, tie in examples])
    hits = numpy.zeros((len(examples), len(choices) + 1))
    hits[numpy.arange(len(examples)), right] = 1

    def measure(flat):
        sums = data @ flat.reshape(len(kept), -1)
        sums -= sums.max(axis=1, keepdims=True)
        odds = numpy.exp(sums)
        every = odds.sum(axis=1, keepdims=True)
        value = (numpy.log(every[:, 0]) - sums[numpy.arange(len(right)), right]).sum()
        return value, (data.T @ (odds / every - hits)).ravel()

    found = descend(measure, kept, TIE_PENALTY, len(choices) + 1).reshape(len(kept), -1)
    for column, choice in enumerate([*choices, NONE]):
        lines += weighed(choice, kept, found[:, column], TIE_MIN)
    save(TIES_OUTPUT, lines)


def weighed(choice, kept, weights, least=TOPIC_MIN):
    """The lines of a choice in a file of weights."""
    return [f"{choice}\t{e}\t{w:.2f}" for e, w in zip(kept, weights) if abs(w) >= least]


def save(path, lines):
    pathlib.Path(path).write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{sum(not line.startswith('#') for line in lines)} weights in {path}")


def regression(data, labels, share=1.0):
    """The loss of a logistic regression and its slope, by the weights.

    Each example counts by its share.
    """
    sign = 2 * labels - 1

    def measure(weights):
        margin = sign * (data @ weights)
        slope = -(data.T @ (share * sign / (1 + numpy.exp(margin))))
        return (share * numpy.logaddexp(0, -margin)).sum(), slope

    return measure


def selection(data, labels, sizes):
    """The loss of choosing a right candidate of each group and its slope, by the weights."""
    group = numpy.repeat(numpy.arange(len(sizes)), sizes)

    def measure(weights):
        sums = data @ weights
        top = numpy.full(len(sizes), -numpy.inf)
        numpy.maximum.at(top, group, sums)
        odds = numpy.exp(sums - top[group])
        every, right = numpy.bincount(group, odds), numpy.bincount(group, odds * labels)
        slope = data.T @ (odds / every[group] - odds * labels / right[group])
        return (numpy.log(every) - numpy.log(right)).sum(), slope

    return measure


def write(documents):
    lines = [
        "# How much each piece of evidence counts, in natural logarithms of odds: choice, evidence,",
        f"# weight. Fitted by deploy/fit to {len(documents)} documents, the rules' examples among them;",
        "# do not edit by hand.",
    ]
    for choice in CHOICES:
        weights = fit(documents, choice)
        lines += [f"{choice}\t{e}\t{w:.3f}" for e, w in sorted(weights.items())]
    pathlib.Path(OUTPUT).write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{len(lines) - 3} weights in {OUTPUT}")


def folds(documents, rules):
    half = lambda d: int(hashlib.sha256(d.name.encode()).hexdigest(), 16) % 2
    for choice in CHOICES:
        right = told = true = 0
        for side in (0, 1):
            weights = fit([d for d in documents if half(d) != side] + rules, choice)
            total = lambda evidence: sum(weights.get(e, 0) for e in evidence)
            for document in (d for d in documents if half(d) == side):
                if choice in PARTS:
                    for evidence, label in document.examples(choice):
                        picked = total(evidence) > 0
                        right += picked * label
                        told += picked
                        true += label
                    continue
                for group in document.selections(choice):
                    evidence, label = max(group, key=lambda candidate: total(candidate[0]))
                    picked = evidence != [NONE]
                    right += picked * label
                    told += picked
                    true += 1
        print(f"{choice:10} precision {right / max(1, told):.3f}  recall {right / max(1, true):.3f}")


def write_examples(folder):
    """The examples of the rules as annotated documents."""
    import yaml

    for part in ("text", "gold"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    for subject, path in EXAMPLES.items():
        examples = yaml.safe_load(pathlib.Path(path).read_text("utf-8"))
        for number, example in enumerate(examples):
            text = example["text"].strip()
            gold = {
                "deployments": [as_deployment(deal, text) for deal in example.get("deals", [])],
                "relations": [{**tie, "quote": text} for tie in example.get("ties", [])],
                "claims": [{**example, "quote": text}] if "subject" in example else [],
            }
            stem = f"{subject}-{number:03}"
            (folder / "text" / f"{stem}.txt").write_text(text + "\n", "utf-8")
            (folder / "gold" / f"{stem}.json").write_text(json.dumps(gold), "utf-8")


def as_deployment(deal, quote):
    return {
        "recipient": deal["recipient"],
        "suppliers": deal.get("suppliers", []),
        "financiers": deal.get("financiers", []) + deal.get("donors", []),
        "category": deal["category"],
        "status": deal.get("status", "unknown"),
        "amount": {"value": deal.get("amount"), "currency": deal.get("currency")},
        "quote": quote,
    }


def read(corpus, folder, subject=""):
    """The annotated documents of a folder, with the evidence in another."""
    stems = sorted(path.stem for path in (corpus / "gold").glob(f"{subject}*.json"))
    return [Document(corpus, folder, stem) for stem in stems]


def main():
    if sys.argv[1] == "examples":
        write_examples(pathlib.Path(sys.argv[2]))
        return
    if sys.argv[1] == "names":
        corpus, folder = (pathlib.Path(path) for path in sys.argv[2:4])
        write_names(corpus, folder)
        return
    corpus, examples, folder = (pathlib.Path(path) for path in sys.argv[1:4])
    documents, rules = read(corpus, folder), read(examples, folder, "deals")
    if "--folds" in sys.argv:
        folds(documents, rules)
    else:
        write(documents + rules)
        # Some have their deals annotated only.
        whole = [document for document in documents if document.kinds]
        write_topics(whole, read(examples, folder, "statements"))
        write_ties(whole, read(examples, folder, "ties"))


main()

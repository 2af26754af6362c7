"""One measure of one peer in a process of its own: peers.py PEER FOLDER LANGUAGE.

What is told per second is per second of the processor, so that other programs count little.
Prints lines of peer, measure, language, value and unit, tabs between them, as the benchmark of
Mooring's own reading does. Exits with 3 where the peer is not installed.
"""

import sys
import time


def resident():
    with open("/proc/self/status") as status:
        for line in status:
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1e3
    return 0.0


def lines(folder, name):
    with open(f"{folder}/{name}", encoding="utf-8") as file:
        return file.read().splitlines()


class Peer:
    def __init__(self, name, folder, language):
        self.name, self.folder, self.language = name, folder, language

    def report(self, measure, value, unit):
        print(self.name, measure, self.language, value, unit, sep="\t", flush=True)

    def names(self):
        return lines(self.folder, f"names-{self.language}.txt")

    def match(self, build, run, length=10_000_000):
        """Times a matcher on the first characters of the text."""
        with open(f"{self.folder}/text-{self.language}.txt", encoding="utf-8") as file:
            text = file.read()[:length]
        names = self.names()
        before, start = resident(), time.perf_counter()
        matcher = build(names)
        del names
        self.report("start", time.perf_counter() - start, "s")
        best = 1e9
        for _ in range(3):
            start = time.process_time()
            found = run(matcher, text)
            best = min(best, time.process_time() - start)
        self.report("matching", len(text) / best / 1e6, "M characters/s")
        self.report("names found", found * 1.0, "")
        self.report("memory", resident() - before, "MB")


def pyahocorasick(peer):
    import ahocorasick

    def build(names):
        automaton = ahocorasick.Automaton()
        for number, name in enumerate(names):
            automaton.add_word(name.lower(), number)
        automaton.make_automaton()
        return automaton

    peer.match(build, lambda automaton, text: sum(1 for _ in automaton.iter(text.lower())))


def daachorse(peer):
    import daachorse

    # Earlier versions call it Automaton.
    automaton = getattr(daachorse, "CharwiseDoubleArrayAhoCorasick", None) or daachorse.Automaton
    peer.match(
        lambda names: automaton(list(dict.fromkeys(name.lower() for name in names))),
        lambda automaton, text: len(automaton.find_overlapping(text.lower())),
    )


def flashtext(peer):
    from flashtext import KeywordProcessor

    def build(names):
        processor = KeywordProcessor()
        for name in names:
            processor.add_keyword(name)
        return processor

    peer.match(build, lambda processor, text: len(processor.extract_keywords(text)), 2_000_000)


def spacy(peer):
    import spacy
    from spacy.matcher import PhraseMatcher

    pipeline = spacy.blank(peer.language)
    pipeline.max_length = 1 << 30

    def build(names):
        matcher = PhraseMatcher(pipeline.vocab, attr="LOWER")
        for start in range(0, len(names), 10_000):
            matcher.add("NAME", list(pipeline.tokenizer.pipe(names[start : start + 10_000])))
        return matcher

    def run(matcher, text):
        parts = [text[start : start + 100_000] for start in range(0, len(text), 100_000)]
        return sum(len(matcher(document)) for document in pipeline.tokenizer.pipe(parts))

    peer.match(build, run, 500_000)


def rapidfuzz(peer):
    from rapidfuzz import fuzz, process

    names = peer.names()
    times = []
    for query in lines(peer.folder, f"queries-{peer.language}.txt")[:15]:
        start = time.perf_counter()
        process.extractOne(query, names, scorer=fuzz.ratio, score_cutoff=80)
        times.append(time.perf_counter() - start)
    peer.report("resolving a name, median", sorted(times)[len(times) // 2] * 1e3, "ms")
    peer.report("memory of the resolver", resident(), "MB")


def nomenklatura(peer):
    from followthemoney import model
    from nomenklatura.matching import get_algorithm

    algorithm = get_algorithm("logic-v2")
    config = algorithm.default_config()

    def company(name):
        return model.get_proxy({"id": name, "schema": "Company", "properties": {"name": [name]}})

    names = [company(name) for name in peer.names()[:2000]]
    queries = [company(q) for q in lines(peer.folder, f"queries-{peer.language}.txt")[:20]]
    start = time.perf_counter()
    for query in queries:
        for name in names[:50]:
            algorithm.compare(query, name, config)
    each = (time.perf_counter() - start) / len(queries)
    peer.report("comparing a name with 50", each * 1e3, "ms")


PEERS = [pyahocorasick, daachorse, flashtext, spacy, rapidfuzz, nomenklatura]

if __name__ == "__main__":
    chosen, folder, language = sys.argv[1:4]
    for measure in PEERS:
        if measure.__name__ == chosen:
            try:
                measure(Peer(chosen, folder, language))
            except ImportError as error:
                print(f"{chosen} is missing: {error}", file=sys.stderr)
                sys.exit(3)

"""Words per second, start-up time and peak memory of Onrecord, of its parts, and of spaCy beside it, in one run.

    python benchmarks/speed.py [--repeat 4] [--rounds 3]

reads the bundled plain-text examples, `--repeat` times over as separate documents. Every row is its best of `--rounds`
rounds, taken in turn, so that a busy moment of the machine falls on all. Figures of one run compare with each other,
not with those of another machine or moment.
"""

import argparse
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import spacy

from onrecord.annotation import DocumentCoder, default_coder
from onrecord.annotation.attribution import LearnedFinder, RuleFinder
from onrecord.annotation.layers import Layers
from onrecord.annotation.models import SpacyParser, load_attribution_model
from onrecord.annotation.models.parser import PACKAGE
from onrecord.record import Document, document_id

EXAMPLES = Path(__file__).parents[1] / "examples"
# Each start-up is a process of its own: from the interpreter's start to the first document done.
FIRST = {
    "onrecord": "from onrecord import read; read(text)",
    "onrecord, rules only": (
        "from onrecord.annotation import DocumentCoder; from onrecord.annotation.attribution import RuleFinder\n"
        "from onrecord.annotation.models import SpacyParser; from onrecord.documents import document_from_text\n"
        "DocumentCoder(SpacyParser(), RuleFinder()).code(document_from_text(text))"
    ),
    "spaCy en_core_web_sm, whole": f"import spacy; spacy.load({PACKAGE!r})(text)",
}
# (The kernel's own mark; getrusage would count what this process held when it forked.)
PEAK = "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"


def timed(work: Callable[[], object]) -> float:
    """Seconds of one run of the work."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def start_up(code: str, text: str) -> tuple[float, float]:
    """Seconds to the first document and the peak megabytes of a fresh process that runs the code."""
    began = time.perf_counter()
    script = f"text = {text!r}\n{code}\n{PEAK}"
    answer = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)
    return time.perf_counter() - began, int(answer.stdout.split()[-1]) / 1024


def by_step(coder: DocumentCoder, documents: list[Document], rounds: int) -> dict[str, float]:
    """Seconds of every step over all documents, the best of some rounds."""
    best: dict[str, float] = {}
    for _ in range(rounds):
        spent = dict.fromkeys((step.provides for step in coder.steps), 0.0)
        for document in documents:
            layers = Layers(document)
            for step in coder.steps:
                began = time.perf_counter()
                layers = step(layers)
                spent[step.provides] += time.perf_counter() - began
        best = {name: min(seconds, best.get(name, seconds)) for name, seconds in spent.items()}
    return best


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=4, help="how many times the examples are read")
    parser.add_argument("--rounds", type=int, default=3, help="of how many rounds the best counts")
    given = parser.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.txt"))] * given.repeat
    documents = [Document(id=document_id(text), text=text) for text in texts]
    words = sum(len(text.split()) for text in texts)

    coder, rules = default_coder(), DocumentCoder(SpacyParser(), RuleFinder())
    model = load_attribution_model()
    nobody = DocumentCoder(SpacyParser(), LearnedFinder(model, RuleFinder()))
    whole = spacy.load(PACKAGE)
    parser_only = spacy.load(PACKAGE, exclude=["ner", "lemmatizer", "attribute_ruler"])

    def in_two_threads() -> None:
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(coder.code, documents))

    rows: dict[str, Callable[[], object]] = {
        "onrecord": lambda: [coder.code(document) for document in documents],
        "onrecord, two threads": in_two_threads,
        "  without who is who": lambda: [nobody.code(document) for document in documents],
        "  its attribution model": lambda: [model.read(text) for text in texts],
        "onrecord, rules only": lambda: [rules.code(document) for document in documents],
        "spaCy en_core_web_sm, whole": lambda: [whole(text) for text in texts],
        "spaCy, tagger and parser only": lambda: [parser_only(text) for text in texts],
    }
    best = dict.fromkeys(rows, float("inf"))
    for _ in range(given.rounds):
        best = {name: min(seconds, timed(rows[name])) for name, seconds in best.items()}

    print(f"{len(texts)} documents, {words:,} words, best of {given.rounds} rounds")
    for name, seconds in best.items():
        print(f"{name:32} {seconds:7.2f} s {words / seconds:12,.0f} words/s")
    print("\nby step")
    steps = by_step(coder, documents, given.rounds)
    for name, seconds in sorted(steps.items(), key=lambda item: -item[1]):
        share = 100 * seconds / sum(steps.values())
        print(f"  {name:30} {seconds:7.2f} s {words / seconds:12,.0f} words/s {share:5.1f} %")
    print("\nfirst document, in a fresh process")
    for name, code in FIRST.items():
        seconds, megabytes = start_up(code, texts[0])
        print(f"{name:32} {seconds:7.2f} s {megabytes:12,.0f} MB at most")


if __name__ == "__main__":
    main()

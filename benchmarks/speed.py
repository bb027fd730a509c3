"""Words per second of the whole coder, of each of its steps, and of spaCy's small English pipeline alone, in one run.

    python benchmarks/speed.py [--repeat 8]

reads the bundled plain-text examples, `--repeat` times over as separate documents, on one thread. Figures of one run
compare with each other, not with those of another machine or moment.
"""

import argparse
import time
from collections.abc import Callable
from pathlib import Path

import spacy

from onrecord.annotation import default_coder
from onrecord.annotation.coder import Layers
from onrecord.annotation.models.parser import PACKAGE
from onrecord.record import Document, document_id

EXAMPLES = Path(__file__).parents[1] / "examples"


def timed(work: Callable[[], object]) -> float:
    """Seconds of one run of the work."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=8, help="how many times the examples are read")
    repeat = parser.parse_args().repeat
    texts = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.txt"))] * repeat
    documents = [Document(id=document_id(text), text=text) for text in texts]
    words = sum(len(text.split()) for text in texts)

    startup = timed(lambda: default_coder().code(documents[0]))
    coder = default_coder()
    rows = {"onrecord, whole": timed(lambda: [coder.code(document) for document in documents])}
    for step in coder.steps:
        layers = [Layers(document) for document in documents]
        for earlier in coder.steps[: coder.steps.index(step)]:
            layers = [earlier(each) for each in layers]
        rows[f"  {step.provides}"] = timed(lambda step=step, layers=layers: [step(each) for each in layers])
    whole = spacy.load(PACKAGE)
    parser_only = spacy.load(PACKAGE, exclude=["ner", "lemmatizer", "attribute_ruler"])
    rows["spaCy en_core_web_sm, whole"] = timed(lambda: [whole(text) for text in texts])
    rows["spaCy tagger and parser only"] = timed(lambda: [parser_only(text) for text in texts])

    print(f"{len(texts)} documents, {words:,} words; first document {startup:.1f} s, the models' loading included")
    for name, seconds in rows.items():
        print(f"{name:32} {seconds:7.2f} s {words / max(seconds, 1e-9):12,.0f} words/s")


if __name__ == "__main__":
    main()

"""Which library finds the article's text in a page: `python benchmarks/extraction/compare.py [NAME ...]`.

Each page in `pages/` has the text that a careful reader would copy from it beside it, a line a paragraph. A line that
begins with `> ` is a block quotation or list item, one with `~ ` may be kept or left out (a standfirst, a signature).
Libraries that are not installed are left out; `pip install` those of LIBRARIES to measure them.
"""

import json
import sys
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import mean

import libraries

PAGES = Path(__file__).parent / "pages"
METADATA = json.loads((PAGES / "metadata.json").read_text("utf-8"))
FIELDS = ("title", "outlet", "authors", "published", "modified")


@dataclass(frozen=True)
class Gold:
    """What should come out of a page: its paragraphs, the quoted ones among them, and lines that may or may not."""

    paragraphs: list[str]
    quoted: list[str]
    optional: list[str]


@dataclass(frozen=True)
class Score:
    """How an extraction compares to the gold, on one page."""

    precision: float
    recall: float
    paragraphs: float
    quoted: float | None
    broken_words: int
    repeated: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall of words."""
        return 2 * self.precision * self.recall / ((self.precision + self.recall) or 1)


def read_gold(name: str) -> Gold:
    """The gold of a page; its headline may or may not come out."""
    lines = (PAGES / f"{name}.txt").read_text("utf-8").splitlines()
    optional = [line[2:] for line in lines if line.startswith("~ ")]
    kept = [line for line in lines if not line.startswith("~ ")]
    return Gold(
        paragraphs=[line.removeprefix("> ") for line in kept],
        quoted=[line[2:] for line in kept if line.startswith("> ")],
        optional=[*optional, METADATA[name]["title"]],
    )


def score(text: str, gold: Gold) -> Score:
    """Compares by words between spaces and by whole paragraphs; kinds of quotation marks are not told apart."""
    found = [_even(line) for line in text.splitlines() if line.strip()]
    wanted = [_even(line) for line in gold.paragraphs]
    quoted = [_even(line) for line in gold.quoted]
    words, right = _words(found), _words(wanted)
    allowed = right + _words(map(_even, gold.optional))
    flat = " ".join(found)
    return Score(
        precision=sum((words & allowed).values()) / (sum(words.values()) or 1),
        recall=sum((words & right).values()) / sum(right.values()),
        paragraphs=mean(line in found for line in wanted),
        quoted=mean(line in flat for line in quoted) if quoted else None,
        broken_words=_broken(found, wanted),
        repeated=sum(max(0, flat.count(line) - " ".join(wanted).count(line)) for line in _sentences(wanted)),
    )


def _even(line: str) -> str:
    """A line with its spaces and quotation marks evened out, so that only words and their order count."""
    return " ".join(line.translate(str.maketrans("“”„‘’\xad", '"""\'\'\0')).replace("\0", "").split())


def _words(lines: Iterable[str]) -> Counter[str]:
    return Counter(word for line in lines for word in line.split())


def _sentences(lines: list[str]) -> set[str]:
    """Sentences long enough that a second appearance is a repetition, without their marks."""
    parts = (part.strip("\"' ") for line in lines for part in line.replace("?", ".").split("."))
    return {part for part in parts if len(part.split()) >= 5}


def _broken(found: list[str], wanted: list[str]) -> int:
    """Words smashed together and words split in two, by the neighbours that they have in the gold."""
    right = " ".join(wanted).split()
    out = " ".join(found).split()
    smashed = {one + other for one, other in pairwise(right)} - set(right)
    whole = set(right) - {one + other for one, other in pairwise(right)}
    return sum(word in smashed for word in out) + sum(one + other in whole for one, other in pairwise(out))


def run(name: str, extract: Callable[[bytes], str], pages: list[str]) -> dict[str, Score]:
    """Scores of one library for each page, and a row of the table on stdout."""
    scores, seconds, failed = {}, 0.0, []
    for page in pages:
        content = (PAGES / f"{page}.html").read_bytes()
        started = time.perf_counter()
        try:
            text = extract(content)
        except Exception as error:  # noqa: BLE001 - a library that fails on a page scores nothing there
            text, failed = "", [*failed, f"{page}: {type(error).__name__}"]
        seconds += time.perf_counter() - started
        scores[page] = score(text, read_gold(page))
    print(_row(name, list(scores.values()), seconds / len(pages)), *failed)
    return scores


def _row(name: str, scores: list[Score], seconds: float) -> str:
    quoted = [each.quoted for each in scores if each.quoted is not None]
    shares = [mean(getattr(each, field) for each in scores) for field in ("precision", "recall", "f1", "paragraphs")]
    counts = [sum(each.broken_words for each in scores), sum(each.repeated for each in scores)]
    cells = [f"{100 * value:5.1f}" for value in [*shares, mean(quoted) if quoted else 1.0]]
    return f"| {name:34} | {' | '.join(cells)} | {counts[0]:3} | {counts[1]:3} | {1000 * seconds:6.1f} |"


def compare_metadata(pages: list[str]) -> None:
    """Prints, a row a library, on how many pages each field is as the page says."""
    print(f"\n| {'metadata, pages right of ' + str(len(pages)):34} | " + " | ".join(FIELDS) + " |")
    for name, read in libraries.METADATA_READERS.items():
        right: Counter[str] = Counter()
        for page in pages:
            found = read((PAGES / f"{page}.html").read_bytes())
            right.update(field for field in FIELDS if found.get(field) == METADATA[page][field])
        print(f"| {name:34} | " + " | ".join(f"{right[field]:{len(field)}}" for field in FIELDS) + " |")


def main(arguments: list[str]) -> None:
    """Prints the tables; with names of pages, the scores of each of those for every library."""
    warnings.simplefilter("ignore")
    pages = sorted(path.stem for path in PAGES.glob("*.html"))
    print(f"{len(pages)} pages\n")
    print(f"| {'library':34} | prec. | rec.  | F1    | par.  | quot. | brk | rep | ms/page |")
    print(f"| {'-' * 34} |" + " ----: |" * 8)
    results = {}
    for name, load in libraries.LIBRARIES.items():
        try:
            extract = load()
        except ImportError as error:
            print(f"| {name:34} | not installed: {error.name}")
            continue
        extract((PAGES / "wire.html").read_bytes())  # what is loaded once is not a page's time
        results[name] = run(name, extract, pages)
    for page in arguments:
        print(f"\n{page}")
        for name, scores in results.items():
            print(_row(name, [scores[page]], 0))
    compare_metadata(pages)


if __name__ == "__main__":
    main(sys.argv[1:])

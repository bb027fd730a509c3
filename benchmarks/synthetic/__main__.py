"""Compares synthetic documents with those that the coder makes of our texts: `python -m benchmarks.synthetic`

Prints, a line a measure, what stands in 400 words of the templates and of synthetic documents, how long these are, how
much of one stands word for word in others, and how many are made a second. `-o FILE` writes the records.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median, quantiles

from benchmarks.synthetic.corpus import Corpus
from benchmarks.synthetic.templates import code_templates

from onrecord.annotation import default_coder
from onrecord.record import Record

PER = 400
SHINGLE = 5
MEASURES: dict[str, Callable[[Record], float]] = {
    "statements": lambda record: len(record.statements),
    "… direct": lambda record: sum(each.quotation == "direct" for each in record.statements),
    "… whose source is an entity": lambda record: sum(
        bool(each.source and each.source.entity) for each in record.statements
    ),
    "… within another": lambda record: sum(each.within is not None for each in record.statements),
    "entities": lambda record: len(record.entities),
    "… of the registry": lambda record: sum(each.registry is not None for each in record.entities),
    "… with a country": lambda record: sum(each.country is not None for each in record.entities),
    "… people": lambda record: sum(each.type == "person" for each in record.entities),
    "mentions": lambda record: len(record.mentions),
    "… names": lambda record: sum(each.form == "name" for each in record.mentions),
    "events": lambda record: len(record.events),
    "… claimed": lambda record: sum(each.voice is not None for each in record.events),
    "times": lambda record: len(record.times),
    "… with a value": lambda record: sum(each.edtf is not None for each in record.times),
    "places": lambda record: len(record.places),
    "… with a point": lambda record: sum(each.lat is not None for each in record.places),
    "terms": lambda record: len(record.terms),
    "figures": lambda record: len(record.figures),
    "bytes of JSON": lambda record: len(record.to_json().encode()),
}


def words_of(record: Record) -> int:
    """How many words a document has."""
    return len(record.document.text.split())


def compare(real: Sequence[Record], made: Sequence[Record]) -> None:
    """Prints what there is in 400 words of both."""
    words = [sum(map(words_of, records)) for records in (real, made)]
    print(f"in {PER} words                      templates   synthetic")
    for name, measure in MEASURES.items():
        own = [PER * sum(map(measure, records)) / total for records, total in zip((real, made), words, strict=True)]
        print(f"{name:32} {own[0]:9,.1f}   {own[1]:9,.1f}")


def describe(corpus: Corpus, made: Sequence[Record]) -> None:
    """Prints how long the documents are, how they came about and how alike they are."""
    lengths = sorted(map(words_of, made))
    fifth, *_, last = quantiles(lengths, n=20)
    print(f"\nwords a document: median {median(lengths):,.0f}, 90 % from {fifth:,.0f} to {last:,.0f}")
    kinds = Counter(corpus.making(number).kind for number in range(len(made)))
    print("made as:", ", ".join(f"{kind} {100 * count / len(made):.1f} %" for kind, count in kinds.most_common()))
    people = Counter(name for record in made for name in full_names(record))
    print(f"people's names: {len(people):,}, the commonest in {people.most_common(1)[0][1]:,} documents")
    for kind in ("original", "copy", "edit", "revision", "retelling"):
        alike = [resemblance(corpus, made, number) for number in range(len(made)) if corpus.making(number).kind == kind]
        if alike:
            print(f"of five words in a row its origin (an original: the one before) has: {kind} {median(alike):.2f}")


def full_names(record: Record) -> set[str]:
    """The names of several words by which a document calls people."""
    called = {each.entity for each in record.mentions if each.form == "name"}
    return {each.name for each in record.entities if each.type == "person" and each.id in called and " " in each.name}


def resemblance(corpus: Corpus, made: Sequence[Record], number: int) -> float:
    """How many of a document's shingles its origin has too; of an original's, the original's before it."""
    making = corpus.making(number)
    other = made[making.origin if making.kind != "original" else max(0, number - 1)]
    own = shingles(made[number])
    return len(own & shingles(other)) / len(own)


def shingles(record: Record) -> set[tuple[str, ...]]:
    """Every five words in a row."""
    words = record.document.text.split()
    return {tuple(words[start : start + SHINGLE]) for start in range(len(words) - SHINGLE + 1)}


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=1000, help="how many are made")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-o", "--output", type=Path, help="a file for the records, one a line")
    given = parser.parse_args()
    print("coding the templates ...", file=sys.stderr)
    real = code_templates(default_coder())
    corpus = Corpus(real, given.seed)
    began = time.process_time()
    made = [corpus.record(number) for number in range(given.documents)]
    spent = time.process_time() - began
    compare(real, made)
    describe(corpus, made)
    print(f"made {given.documents / spent:,.0f} documents a second of one core")
    if given.output:
        given.output.write_text("".join(f"{record.to_json()}\n" for record in made), encoding="utf-8")


if __name__ == "__main__":
    main()

"""Happenings and disputes scored against our sets: `python -m evaluation.happenings [open|kept] [--errors]`

All reports of a half are coded, and filed one by one in the order of their dates as a ledger would: known happenings
are found by their keys. Prints precision and recall of the pairs of events that are one happening, among the events
that the coder has (an event without a mark belongs with no other), and the recall of all marked pairs; then precision
and recall of what is at issue in which happening, and of the right ones the share whose tellers all stand on their
sides.
"""

import argparse
import sys
from collections import Counter
from itertools import combinations

from evaluation.happenings.gold import read_sets
from evaluation.happenings.grouping import Half, Shelf, code_half, file_half, score_pairs
from evaluation.happenings.rivals import score_disputes

from onrecord.annotation import DocumentCoder, default_coder


def main(arguments: list[str]) -> int:
    """Scores the halves named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("halves", nargs="*", choices=["open", "kept"], default=["open"])
    parser.add_argument("--errors", action="store_true", help="what is wrong, missing and spurious")
    options = parser.parse_args(arguments)
    coder: DocumentCoder = default_coder()
    for name in options.halves:
        sets = read_sets(name)
        half = code_half(sets, coder)
        shelf = file_half(half)
        told: list[str] = []
        pairs, disputes = score_pairs(half, shelf), score_disputes(sets, half, shelf, told)
        print(f"{name}: {len(sets)} sets, {len(half.records)} reports, {len(half.labels)} events marked")
        print(
            f"  one happening  {_figures(pairs)}   of all marked pairs {_per_cent(pairs['right'], pairs['gold, all'])}"
        )
        print(f"  disputes       {_figures(disputes)}   sides {_per_cent(disputes['sides'], disputes['right'])}")
        if options.errors:
            print("    " + "\n    ".join([*told, *_wrong_groups(half, shelf)]))
    return 0


def _figures(counts: Counter[str]) -> str:
    return (
        f"{counts['gold']:4} gold {counts['found']:4} found   "
        f"P {_per_cent(counts['right'], counts['found'])}   R {_per_cent(counts['right'], counts['gold'])}"
    )


def _per_cent(part: int, whole: int) -> str:
    return f"{100 * part / max(1, whole):5.1f}"


def _wrong_groups(half: Half, shelf: Shelf) -> list[str]:
    """Pairs wrongly put together, and marked happenings that are found in several pieces."""
    found = []
    pieces: dict[str, list[list[str]]] = {}
    for rows in shelf.happenings.values():
        labels = {row.words: half.labels.get((row.document, row.event)) for row in rows}
        found += [
            f"together {one!r} ({labels[one]}), {other!r} ({labels[other]})"
            for one, other in combinations(labels, 2)
            if labels[one] is None or labels[one] != labels[other]
        ]
        for label in {each for each in labels.values() if each is not None}:
            pieces.setdefault(label, []).append([words for words in labels if labels[words] == label])
    return found + [
        f"apart    {label}: {' | '.join(map(str, told))}" for label, told in pieces.items() if len(told) > 1
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

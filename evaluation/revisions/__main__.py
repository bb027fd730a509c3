"""What is told of silent edits, scored against our gold: `python -m evaluation.revisions [--half open|kept] [--errors]`

Prints for each half, and each kind of change, how many the gold has, how many are told, precision and recall. A change
told is right where its kind is the gold's and its words, of either revision, are the gold's: one has most of the words
of the other. `--errors` lists what is missing and spurious, of the open half only unless `--half` says otherwise.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.analysis.differences import Change, compare_revisions
from onrecord.annotation import DocumentCoder, default_coder
from onrecord.record import Document, Record, document_id

HERE = Path(__file__).parent
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Expected:
    """A change of the gold; words that a revision has not are empty."""

    kind: str
    before: str
    after: str

    def is_told_by(self, change: Change) -> bool:
        """Whether a change is this one."""
        if self.kind != change.kind:
            return False
        return all(agree(*both) for both in ((self.before, change.before), (self.after, change.after)))


@dataclass(frozen=True, slots=True)
class Case:
    """Two revisions of a text and what was changed."""

    name: str
    published: str
    earlier: str
    later: str
    changes: tuple[Expected, ...]


def agree(gold: str, found: str | None) -> bool:
    """Whether either has most of the other's words, or both have none."""
    mine, theirs = Counter(WORD.findall(gold.lower())), Counter(WORD.findall((found or "").lower()))
    if not mine or not theirs:
        return not mine and not theirs
    return (mine & theirs).total() > 0.5 * min(mine.total(), theirs.total())


def read_cases(path: Path) -> Iterator[Case]:
    """The cases of a file, whose form is in README.md."""
    for block in re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        head, rest = block.split("\n", 1)
        name, published = head.split()
        earlier, rest = rest.split("\n--- later\n")
        later, rest = f"{rest}\n".split("\n--- changes\n")
        lines = [line for line in rest.splitlines() if line.strip()]
        yield Case(name, published, f"{earlier}\n", f"{later}\n", tuple(read_expected(line) for line in lines))


def read_expected(line: str) -> Expected:
    """A line of the gold: `kind | words before | words after`."""
    kind, before, after = (part.strip() for part in f"{line} ".split("|"))
    return Expected(kind, before, after)


def compare(coder: DocumentCoder, case: Case) -> Sequence[Change]:
    """What is told of a case."""
    return compare_revisions(code(coder, case.earlier, case), code(coder, case.later, case)).changes


def code(coder: DocumentCoder, text: str, case: Case) -> Record:
    """The record of one revision."""
    return coder.code(Document(document_id(text), text, published=case.published))


def score(coder: DocumentCoder, case: Case, errors: list[str]) -> dict[str, Counter[str]]:
    """By kind the number of changes in the gold, told, and told rightly."""
    counts: dict[str, Counter[str]] = {"gold": Counter(), "told": Counter(), "right": Counter()}
    left = list(compare(coder, case))
    counts["told"].update(change.kind for change in left)
    counts["gold"].update(each.kind for each in case.changes)
    for each in case.changes:
        found = next((change for change in left if each.is_told_by(change)), None)
        if found is None:
            errors.append(f"{case.name}: missing {each.kind}: {each.before} → {each.after}")
        else:
            left.remove(found)
            counts["right"][each.kind] += 1
    errors += [f"{case.name}: spurious {change.kind}: {change.line}" for change in left]
    return counts


def report(name: str, counts: dict[str, Counter[str]]) -> Iterator[str]:
    """The figures of a half, a line a kind."""
    kinds = sorted(counts["gold"].keys() | counts["told"].keys())
    for kind in [*kinds, "all"]:
        gold, told, right = (
            counts[part].total() if kind == "all" else counts[part][kind] for part in ("gold", "told", "right")
        )
        precision = f"{100 * right / told:5.1f}" if told else "    –"
        recall = f"{100 * right / gold:5.1f}" if gold else "    –"
        yield f"{name:5} {kind:24} {gold:3} gold {told:3} told {right:3} right  P {precision}  R {recall}"


def main(arguments: Sequence[str]) -> int:
    """Scores one half or both."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=["open", "kept", "fresh"], help="one of them only")
    parser.add_argument("--errors", action="store_true", help="what is missing and spurious")
    options = parser.parse_args(arguments)
    coder = default_coder()
    for half in [options.half] if options.half else ["open", "kept", "fresh"]:
        counts: dict[str, Counter[str]] = {"gold": Counter(), "told": Counter(), "right": Counter()}
        errors: list[str] = []
        for case in read_cases(HERE / f"{half}.txt"):
            for part, more in score(coder, case, errors).items():
                counts[part].update(more)
        print("\n".join(report(half, counts)))
        if options.errors and half == (options.half or "open"):
            print("\n".join(errors))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

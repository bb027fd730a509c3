"""Terms and figures scored against our gold: `python evaluation/terms.py FOLDER ... [--errors]`

Prints, for each folder and over all: terms and figures found (precision, recall, F1), and of those found how many have
the right matter, bound with date, subject, status and voice; the right range, unit, counted word and voice.
"""

import argparse
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from onrecord.annotation import DocumentCoder, default_coder
from onrecord.record import Document, Figure, Record, Spans, Statement, Term, document_id


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the gold: where its words stand, and its other fields."""

    start: int
    end: int
    fields: tuple[str, ...]


def read_gold(path: Path) -> tuple[Document, list[Line], list[Line]]:
    """The document of a file, its terms and its figures."""
    head, rest = path.read_text(encoding="utf-8").split("\n\n", 1)
    text, marks = rest.split("\n---\n")
    text += "\n"
    published = head.removeprefix("published: ").strip()
    lines: dict[str, list[Line]] = {"T": [], "F": []}
    reached = {"T": 0, "F": 0}
    for mark in marks.strip().splitlines():
        kind, (words, *fields) = mark[0], [each.strip() for each in mark[2:].split("|")]
        last = lines[kind][-1] if lines[kind] else None
        if kind == "T" and last is not None and text[last.start : last.end] == words and last.fields[0] == fields[0]:
            start = last.start  # the other end of a range
        else:
            start = find_words(text, words, reached[kind])
        assert start >= 0, f"{path}: {words!r} does not stand behind {reached[kind]}"
        reached[kind] = start + (1 if kind == "T" else len(words))
        lines[kind].append(Line(start, start + len(words), tuple(fields)))
    return Document(id=document_id(text), text=text, published=published), lines["T"], lines["F"]


def find_words(text: str, words: str, since: int) -> int:
    """Where words stand whole, from a place on."""
    while (start := text.find(words, since)) >= 0:
        around = text[start - 1 : start] + text[start + len(words) : start + len(words) + 1]
        if not any(char.isalnum() for char in around):
            return start
        since = start + 1
    return -1


def voice_of(record: Record, voice: str | None) -> str:
    """The words of the source of a statement; `-` for none."""
    statement: Statement | None = next((each for each in record.statements if each.id == voice), None)
    if statement is None:
        return "-"
    return " ".join(span.text for span in statement.source.spans) if statement.source else "?"


def is_like(gold: str, found: str) -> bool:
    """Whether one phrase holds the other."""
    left, right = (" ".join(each.lower().split()) for each in (gold, found))
    return left == right or ("-" not in (left, right) and (left in right or right in left))


def covers(spans: Spans, line: Line) -> bool:
    """Whether spans share a character with the words of a line."""
    return any(span.start < line.end and line.start < span.end for span in spans)


def score_terms(record: Record, gold: list[Line], told: list[str]) -> Counter[str]:
    """Counts of the terms; a found one fits a gold one where time words and side agree."""
    counts: Counter[str] = Counter({"gold": len(gold), "found": len(record.terms)})
    spans = {time.id: time.spans for time in record.times}
    left = list(record.terms)
    for line in gold:
        matter, bound, date, subject, voice, status = (*line.fields, "")[:6]
        fitting = [each for each in left if covers(spans[each.time], line)]
        found = max(fitting, key=lambda each: (each.bound == bound, each.matter == matter), default=None)
        if found is None or ((found.bound == "from") != (bound == "from")):
            told.append(f"missing  {matter} {bound} {date}: {subject}")
            continue
        left.remove(found)
        counts["right"] += 1
        checks = {
            "matter": found.matter == matter,
            "bound and date": (found.bound, found.edtf or "-") == (bound, date),
            "subject": is_like(subject, words_of(found)),
            "status": (found.status or "") == status,
            "voice": is_like(voice, voice_of(record, found.voice)),
        }
        counts.update(name for name, right in checks.items() if right)
        counts["all"] += all(checks.values())
        if not all(checks.values()):
            wrong = ", ".join(name for name, right in checks.items() if not right)
            told.append(f"wrong {wrong}: {' | '.join(line.fields)}  →  {told_term(record, found)}")
    told += [f"spurious {told_term(record, each)}" for each in left]
    return counts


def words_of(term: Term) -> str:
    """The words of a term's subject."""
    return " ".join(span.text for span in term.subject.spans) if term.subject else "-"


def told_term(record: Record, term: Term) -> str:
    """A term in a line."""
    return (
        f"{term.matter} | {term.bound} | {term.edtf or '-'} | {words_of(term)} | "
        f"{voice_of(record, term.voice)} | {term.status or ''}"
    )


def score_figures(record: Record, gold: list[Line], told: list[str]) -> Counter[str]:
    """Counts of the figures."""
    counts: Counter[str] = Counter({"gold": len(gold), "found": len(record.figures)})
    left = list(record.figures)
    for line in gold:
        lemma, low, high, exact, unit, voice = line.fields
        found = next((each for each in left if covers(each.spans, line)), None)
        if found is None:
            told.append(f"missing  {lemma} {low} {high} at {record.document.text[line.start : line.end]!r}")
            continue
        left.remove(found)
        counts["right"] += 1
        checks = {
            "range": (same(found.low, low), same(found.high, high)) == (True, True),
            "exact": found.exact == (exact == "exact"),
            "unit": (found.unit or "") == unit,
            "counted": is_word(found.counts.lemma if found.counts else "", lemma),
            "voice": is_like(voice, voice_of(record, found.voice)),
        }
        counts.update(name for name, right in checks.items() if right)
        counts["all"] += all(checks.values())
        if not all(checks.values()):
            wrong = ", ".join(name for name, right in checks.items() if not right)
            told.append(f"wrong {wrong}: {' | '.join(line.fields)}  →  {told_figure(record, found)}")
    told += [f"spurious {told_figure(record, each)}" for each in left]
    return counts


def is_word(found: str, gold: str) -> bool:
    """Whether two lemmas are of one word: `injure` and `injured`."""
    return found == gold or (bool(found and gold) and (found.startswith(gold) or gold.startswith(found)))


def same(value: float | None, gold: str) -> bool:
    """Whether a bound is the gold's, `-` for open."""
    return value is None if gold == "-" else value is not None and abs(value - float(gold)) < 0.01


def told_figure(record: Record, figure: Figure) -> str:
    """A figure in a line."""
    words = " ".join(span.text for span in figure.spans)
    counted = figure.counts.lemma if figure.counts else ""
    return (
        f"{words!r} {counted} | {figure.low} | {figure.high} | {'exact' if figure.exact else 'about'} | "
        f"{figure.unit or ''} | {voice_of(record, figure.voice)}"
    )


def line_of(name: str, kind: str, counts: Counter[str], fields: tuple[str, ...]) -> str:
    """The figures of a set in a line; the fields in per cent of what was found rightly."""
    precision = 100 * counts["right"] / max(1, counts["found"])
    recall = 100 * counts["right"] / max(1, counts["gold"])
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    told = "  ".join(f"{field} {100 * counts[field] / max(1, counts['right']):.1f}" for field in fields)
    return (
        f"{name:6} {kind:8} {counts['gold']:4} gold {counts['found']:4} found  "
        f"P {precision:5.1f}  R {recall:5.1f}  F1 {f1:5.1f}   {told}"
    )


def main(arguments: list[str]) -> int:
    """Scores the folders named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--errors", action="store_true", help="what is missing, wrong and spurious")
    options = parser.parse_args(arguments)
    coder: DocumentCoder = default_coder()
    sums: dict[str, Counter[str]] = {"terms": Counter(), "figures": Counter()}
    fields = {
        "terms": ("matter", "bound and date", "subject", "status", "voice", "all"),
        "figures": ("range", "exact", "unit", "counted", "voice", "all"),
    }
    for folder in options.folders:
        here: dict[str, Counter[str]] = {"terms": Counter(), "figures": Counter()}
        for path in sorted(folder.glob("*.txt")):
            document, terms, figures = read_gold(path)
            record = coder.code(document)
            told: list[str] = []
            here["terms"].update(score_terms(record, terms, told))
            here["figures"].update(score_figures(record, figures, told))
            if options.errors:
                print(f"{path.name}\n  " + "\n  ".join(told))
        for kind, counts in here.items():
            print(line_of(folder.name, kind, counts, fields[kind]))
            sums[kind].update(counts)
    if len(options.folders) > 1:
        for kind, counts in sums.items():
            print(line_of("both", kind, counts, fields[kind]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

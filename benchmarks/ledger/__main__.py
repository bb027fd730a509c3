"""Fills a ledger with synthetic documents and asks it questions.

    python -m benchmarks.ledger --documents 100000 --ledger big.db
    python -m benchmarks.ledger --documents 100000 --ledger big.db --only questions

Adds documents one by one, a transaction each, and measures each slice; a run that was broken off goes on where the
ledger ends (the slices before it are in LEDGER.slices.jsonl). Then asks every question about things drawn from the
documents. Prints two tables, and as the last line one JSON object.
"""

import argparse
import json
import sys
from collections.abc import Iterable
from dataclasses import asdict
from functools import partial
from pathlib import Path

from benchmarks.ledger.adding import Slice, add_slice, ranges, size_of
from benchmarks.ledger.asking import Answered, ask
from benchmarks.ledger.questions import QUESTIONS, topics_of
from benchmarks.ledger.report import adding_table, as_json, questions_table
from benchmarks.synthetic import Corpus, code_templates
from rich.console import Console
from rich.progress import track

from onrecord.annotation import default_coder
from onrecord.ledger import Ledger
from onrecord.record import Record

SAMPLE = 500


def main() -> None:
    """Runs the parts that are asked for and prints their tables."""
    given = _arguments()
    print("coding the templates ...", file=sys.stderr)
    corpus = Corpus(_templates(given.templates), given.seed)
    kept = Path(f"{given.slices or given.ledger}.slices.jsonl")
    if given.only != "questions":
        fill(corpus, given.ledger, given.documents, given.slice, kept)
    slices = read_slices(kept)
    answers = [] if given.only == "adding" else questions(corpus, given)
    with Ledger.open(given.ledger) as ledger:
        documents = ledger.totals().documents
    print(f"{documents:,} documents, seed {given.seed}\n")
    if slices:
        print(adding_table(slices), end="\n\n")
    if answers:
        print(questions_table(answers), end="\n\n")
    print(as_json(documents, slices, answers))


def fill(corpus: Corpus, ledger: str, documents: int, step: int, kept: Path) -> None:
    """Adds what the ledger lacks of the first documents, and writes down what each slice cost."""
    with Ledger.open(ledger, create=True) as opened:
        # Two copies in one outlet are one document: there can be fewer of them than were added.
        added = max([opened.totals().documents, *(each.last for each in read_slices(kept))])
        for first, last in ranges(added, documents, step):
            records = map(corpus.record, range(first, last))
            found = add_slice(
                opened, first, _shown(records, last - first, f"{first:,} to {last:,}"), lambda: size_of(ledger)
            )
            with kept.open("a") as file:
                file.write(json.dumps(asdict(found)) + "\n")
            print(f"{found.median_ms:.1f} ms a document, {found.bytes / 1e6:,.0f} MB", file=sys.stderr)


def read_slices(kept: Path) -> list[Slice]:
    """The slices written down so far."""
    return [Slice(**json.loads(line)) for line in kept.read_text().splitlines()] if kept.exists() else []


def questions(corpus: Corpus, given: argparse.Namespace) -> list[Answered]:
    """Asks the questions about what a sample of the documents is about."""
    sample = [corpus.record(number) for number in range(min(SAMPLE, given.documents))]
    chosen = [(name, question) for name, question in QUESTIONS if not given.question or given.question in name]
    with Ledger.open(given.ledger) as ledger:
        asking = partial(
            ask, ledger, topics=topics_of(sample), seed=given.seed, times=given.times, patience=given.patience
        )
        found = []
        for answered in asking(chosen):
            print(f"{answered.name}: {answered.median_ms:.1f} ms", file=sys.stderr)
            found.append(answered)
        return found


def _templates(path: Path | None) -> list[Record]:
    if path is None:
        return code_templates(default_coder())
    return [Record.from_json(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _shown(records: Iterable[Record], total: int, doing: str) -> Iterable[Record]:
    console = Console(stderr=True)
    return track(records, doing, total, console=console, transient=True, disable=not console.is_terminal)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=100_000, help="how many documents the ledger is to have")
    parser.add_argument("--ledger", required=True, help="a file, or the URL of a PostgreSQL database")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--slice", type=int, default=10_000, help="documents that are measured together")
    parser.add_argument("--slices", help="where the slices are written down, without .slices.jsonl; beside the ledger")
    parser.add_argument("--times", type=int, default=50, help="how often each question is asked")
    parser.add_argument("--patience", type=float, default=60.0, help="seconds for all times of one question")
    parser.add_argument("--question", help="only questions with these words in their names")
    parser.add_argument("--only", choices=("adding", "questions"))
    parser.add_argument("--templates", type=Path, help="coded texts (`onrecord read -o`) in place of our own")
    return parser.parse_args()


if __name__ == "__main__":
    main()

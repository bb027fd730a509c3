"""`onrecord read`: documents to records; nothing is stored."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

import click

from onrecord.annotation import default_coder
from onrecord.codebooks.registry import Viewpoint, load_full_registry, seen_from
from onrecord.documents import ReadOptions, find_documents
from onrecord.interfaces.cli.options import (
    documents_argument,
    form_chosen,
    format_option,
    min_confidence_option,
    published_option,
)
from onrecord.interfaces.cli.progress import progress
from onrecord.interfaces.cli.record_tables import Part, parts_chosen, print_records
from onrecord.interfaces.output import replacing
from onrecord.record import Record
from onrecord.workflow import Skipped, code_documents

EPILOG = """\b
Examples:
  onrecord read article.txt                       tables of who said what, and who did what to whom
  onrecord read article.txt --events              the second one only
  onrecord read news/ -o records.jsonl            a folder, one JSON record a line
  onrecord read 'news/**/*.html' --format jsonl | jq .statements
  curl -s URL | onrecord read - --published 2024-05-02
"""


@click.command(epilog=EPILOG)
@documents_argument
@format_option
@published_option
@min_confidence_option
@click.option(
    "--viewpoint",
    type=click.Choice(["polities", "claimants"]),
    default="polities",
    show_default=True,
    help="De-facto and disputed polities with codes of their own, or folded into the state that claims them (PLOVER's "
    "PRE).",
)
@click.option("--statements", is_flag=True, help="As a table: who says what only.")
@click.option("--events", is_flag=True, help="As a table: who does what to whom, and as whose claim, only.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write here, not to stdout.")
def read(
    documents: tuple[str, ...],
    form: str | None,
    published: str | None,
    min_confidence: float,
    viewpoint: Viewpoint,
    statements: bool,
    events: bool,
    output: Path | None,
) -> int:
    """Read documents and write one record a document; nothing is stored.

    A document is a text or HTML file, a folder of them, a glob, an http(s) URL, or - for standard input. A document
    that cannot be read is named on stderr and the others go on; the exit status is then 1.
    """
    locations = find_documents(documents)
    skipped: list[Skipped] = []
    registry = load_full_registry()

    def records() -> Iterator[Record]:
        outcomes = code_documents(locations, default_coder(), ReadOptions(published=published))
        for outcome in progress(outcomes, len(locations), "reading"):
            if isinstance(outcome, Skipped):
                skipped.append(outcome)
                click.echo(f"skipped: {outcome.where}: {outcome.reason}", err=True)
            else:
                yield seen_from(outcome.record.at_least(min_confidence), viewpoint, registry)

    form = form_chosen(form, output)
    parts = parts_chosen(statements, events) or ("statements", "events")
    if output is None:
        _write(records(), form, parts, sys.stdout)
    else:
        with replacing(output) as file:
            _write(records(), form, parts, file)
    if skipped:
        click.echo(f"{len(skipped)} of {len(locations)} skipped", err=True)
    return 1 if skipped else 0


def _write(records: Iterator[Record], form: str, parts: tuple[Part, ...], file: TextIO) -> None:
    if form == "table":
        print_records(records, parts, file)
        return
    for record in records:
        file.write(record.to_json() + "\n")
        file.flush()

"""`onrecord add`: documents to records to a ledger."""

from collections import Counter

import click

from onrecord.annotation import default_coder
from onrecord.documents import ReadOptions, find_documents
from onrecord.interfaces.cli.options import documents_argument, ledger_option, published_option
from onrecord.interfaces.cli.progress import progress
from onrecord.interfaces.cli.record_tables import parts_chosen, print_records
from onrecord.interfaces.cli.tables import shown
from onrecord.ledger import Ledger
from onrecord.record import Record
from onrecord.workflow import Skipped, file_documents

EPILOG = """\b
Examples:
  onrecord add news/                              a folder into onrecord.db
  onrecord add https://example.org/story --ledger caucasus.db
  onrecord add notes.txt --published 2024-05-02 --statements --events
"""


@click.command(epilog=EPILOG)
@documents_argument
@ledger_option
@published_option
@click.option("--statements", is_flag=True, help="Print who says what in the documents as a table.")
@click.option("--events", is_flag=True, help="Print who does what to whom in them, and as whose claim, as a table.")
def add(documents: tuple[str, ...], ledger: str, published: str | None, statements: bool, events: bool) -> int:
    """Read documents and file their records in a ledger.

    Says of each document whether it is new, known (nothing changes), recoded (filed before by another version; both
    codings are kept) or skipped, and why. Each is filed by itself: what was reported filed stays filed.
    """
    locations = find_documents(documents)
    options = ReadOptions(published=published)
    parts = parts_chosen(statements, events)
    counts: Counter[str] = Counter()
    records: list[Record] = []
    with Ledger.open(ledger, create=True) as opened:
        outcomes = file_documents(locations, default_coder(), options, opened)
        for outcome in progress(outcomes, len(locations), "filing"):
            if isinstance(outcome, Skipped):
                counts["skipped"] += 1
                click.echo(f"skipped  {outcome.where}: {outcome.reason}", err=True)
                continue
            counts[outcome.filing.value] += 1
            click.echo(
                f"{outcome.filing.value:8} {shown(outcome.where)}: {len(outcome.record.statements)} statements, "
                f"{len(outcome.record.events)} events",
                err=True,
            )
            if parts:
                records.append(outcome.record)
        totals, name = opened.totals(), opened.name
    print_records(records, parts)
    told = ", ".join(f"{counts[name]} {name}" for name in ("new", "known", "recoded", "skipped") if counts[name])
    click.echo(
        f"{len(locations)} documents: {told}. {name} holds {totals.statements} statements of {totals.documents}."
    )
    return 1 if counts["skipped"] else 0

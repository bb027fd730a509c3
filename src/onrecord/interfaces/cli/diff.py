"""`onrecord diff`: what differs between codings of a document, its revisions, or two ledgers."""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import asdict
from itertools import chain
from typing import Any, Literal

import click

from onrecord.analysis.differences import (
    Recoding,
    Revised,
    between_ledgers,
    compare_ledgers,
    recodings,
    revisions,
)
from onrecord.interfaces.cli.diff_tables import change_table, difference_table, recoding_heading, revision_heading
from onrecord.interfaces.cli.documents import document_called
from onrecord.interfaces.cli.options import form_chosen, format_option, ledger_option
from onrecord.interfaces.cli.tables import console_on, shown
from onrecord.ledger import DocumentRow, Ledger, name_of

EPILOG = """\b
Examples:
  onrecord diff                            every document that was coded again or revised
  onrecord diff --revisions                silent edits only
  onrecord diff sha256:5b1e                one document, by its id or the beginning of it
  onrecord diff https://example.org/story  one document, by where it is from
  onrecord diff before.db after.db         two ledgers: what only one has, what both have coded otherwise
  onrecord diff sha256:5b1e --with other.db
  onrecord diff --format jsonl | jq -r 'select(.compared == "revisions") | .line'

\b
Exit status, as of diff: 0 nothing differs, 1 something does, 2 could not run.
"""
Which = Literal["codings", "revisions"]
Found = Recoding | Revised | tuple[str, DocumentRow]


@click.command(epilog=EPILOG)
@click.argument("things", nargs=-1, metavar="[DOCUMENT | LEDGER LEDGER]")
@ledger_option
@click.option("--with", "other", metavar="FILE|URL", help="Compare with this ledger's current codings.")
@click.option("--codings", "which", flag_value="codings", help="Only codings of one text by other versions or people.")
@click.option("--revisions", "which", flag_value="revisions", help="Only revisions: edits of the text.")
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1), help="At most so many comparisons.")
@format_option
def diff(
    things: tuple[str, ...], ledger: str, other: str | None, which: Which | None, limit: int, form: str | None
) -> int:
    """Show what differs between codings of one text, and what an edit did to a document.

    Codings are compared field by field, whatever ids they give. Of two revisions it tells what the edit did to the
    record, the weightiest first: a denial removed, a claim that now stands as the document's own words, a quotation
    removed or altered, a number altered, a cue softened.
    """
    document, paths = _asked(things, ledger, other)
    with ExitStack() as stack:
        opened = [stack.enter_context(Ledger.open(path)) for path in paths]
        found = _between(opened, paths, document) if len(opened) == 2 else _within(opened[0], document, which)
        differ = _show(found, limit, form_chosen(form))
    return 1 if differ else 0


def _asked(things: Sequence[str], ledger: str, other: str | None) -> tuple[str | None, list[str]]:
    """The document asked about, if only one is, and the ledgers."""
    if len(things) > 2 or (len(things) == 2 and other):
        raise click.UsageError("give one document, or two ledgers")
    if len(things) == 2:
        return None, list(things)
    return (things[0] if things else None), [ledger, *([other] if other else [])]


def _within(ledger: Ledger, document: str | None, which: Which | None) -> Iterator[Found]:
    """The codings and the revisions of a document, or of all that have several."""
    id_ = None if document is None else _document(ledger, document)
    if which != "codings":
        lines: Iterable[Sequence[str]] = (
            ledger.revised() if id_ is None else [[row.id for row in ledger.revisions(id_)]]
        )
        yield from chain.from_iterable(revisions(ledger, line) for line in lines)
    if which != "revisions":
        recoded = ledger.recoded() if id_ is None else [id_]
        yield from chain.from_iterable(recodings(ledger, each) for each in recoded)


def _between(ledgers: Sequence[Ledger], paths: Sequence[str], document: str | None) -> Iterator[Found]:
    names = (name_of(paths[0]), name_of(paths[1]))
    if document is None:
        return compare_ledgers(ledgers[0], ledgers[1], names)
    return iter([between_ledgers(ledgers[0], ledgers[1], _document(ledgers[0], document), names)])


def _document(ledger: Ledger, called: str) -> str:
    """The id of the document that is meant; of several of one address the last.

    Raises ClickException where none or more than one is meant.
    """
    by_address = [row for row in ledger.documents_called(called) if row.uri == called]
    return ledger.revisions(by_address[0].id)[-1].id if by_address else document_called(ledger, called).id


def _show(found: Iterator[Found], limit: int, form: str) -> int:
    """Prints what differs; gives how many comparisons found something."""
    console = console_on(sys.stdout)
    compared = differ = 0
    for each in found:
        compared += 1
        if not _differs(each):
            continue
        if differ == limit:
            click.echo(f"{limit} are shown; --limit shows more", err=True)
            break
        differ += 1
        if form == "jsonl":
            for line in _json(each):
                click.echo(json.dumps(line, ensure_ascii=False))
        elif isinstance(each, tuple):
            console.print(f"only in {shown(each[0])}: {shown(each[1].heading)}  {each[1].id[:19]}", markup=False)
        else:
            console.print(*_lines(each), sep="\n")
            console.print()
    if not differ:
        click.echo("nothing differs" if compared else "nothing to compare: one coding and one revision each", err=True)
    return differ


def _differs(found: Found) -> bool:
    if isinstance(found, Recoding):
        return bool(found.differences)
    return not isinstance(found, Revised) or bool(found.revision.changes)


def _lines(found: Recoding | Revised) -> Iterator[Any]:
    if isinstance(found, Recoding):
        yield recoding_heading(found)
        yield difference_table(found.differences)
    else:
        yield revision_heading(found)
        yield change_table(found.revision.changes)


def _json(found: Found) -> Iterator[dict[str, Any]]:
    """A line a difference or change, with what is compared."""
    if isinstance(found, tuple):
        name, row = found
        yield {"compared": "ledgers", "only_in": name, "document": row.id, "uri": row.uri, "heading": row.heading}
    elif isinstance(found, Recoding):
        for each in found.differences:
            yield {
                "compared": "codings",
                "document": found.document.id,
                "uri": found.document.uri,
                "from": found.earlier,
                "to": found.later,
                "line": each.line,
                **asdict(each),
            }
    else:
        for change in found.revision.changes:
            yield {
                "compared": "revisions",
                "document": found.later.id,
                "uri": found.later.uri,
                "from": found.earlier.id,
                "to": found.later.id,
                "kind": change.kind,
                "line": change.line,
                **asdict(change),
            }

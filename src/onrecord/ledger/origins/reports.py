"""Reports: documents as far as their copying is judged."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.ledger.origins.credits import Credit, find_credits
from onrecord.record import Record, Statement

Bounds = tuple[int, int]

# Of a mixed content what stands in quotation marks; marks of one kind open and close.
MARKED = re.compile(r"“[^“”\n]+”|\"[^\"\n]+\"|«[^«»\n]+»|»[^«»\n]+«|„[^„“”\n]+[“”]|(?<!\w)[‘'][^‘\n]+?[’'](?!\w)")


@dataclass(frozen=True, slots=True)
class Report:
    """A document's words, which of them are somebody else's, and whom it credits.

    `document` is its key in the ledger; `quoted` are the stretches of direct speech, in code points.
    """

    document: int
    text: str
    outlet: str | None = None
    published: str | None = None
    quoted: tuple[Bounds, ...] = ()
    credits: tuple[Credit, ...] = ()


def report_of(document: int, record: Record, outlets: Iterable[str] = ()) -> Report:
    """The report that a record's document is; `outlets` are names to know as `find_credits` does."""
    return Report(
        document,
        record.document.text,
        record.document.outlet,
        record.document.published,
        quoted_words(record),
        find_credits(record, outlets),
    )


def quoted_words(record: Record) -> tuple[Bounds, ...]:
    """Where a document gives somebody's own words: direct contents, and what of mixed ones stands in marks."""
    return tuple(sorted({bounds for statement in record.statements for bounds in _quoted(statement)}))


def _quoted(statement: Statement) -> Iterator[Bounds]:
    for span in statement.content.spans:
        if statement.quotation == "direct":
            yield span.start, span.end
        elif statement.quotation == "mixed":
            for match in MARKED.finditer(span.text):
                yield span.start + match.start(), span.start + match.end()

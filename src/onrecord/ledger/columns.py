"""The columns that lists and searches go by, made from a record."""

from onrecord.ledger.words import fold
from onrecord.record import Record, Spans, Statement

LONGEST_HEADING = 140


def heading_of(record: Record) -> str:
    """What a list calls a document: its title or else its first line, shortened."""
    lines = (line.strip() for line in record.document.text.splitlines())
    heading = record.document.title or next((line for line in lines if line), "")
    return heading if len(heading) <= LONGEST_HEADING else heading[: LONGEST_HEADING - 1].rstrip() + "…"


def search_columns(statement: Statement) -> tuple[str, str, str]:
    """The folded words of a statement's source, cue and content; pieces of a broken one joined by a space."""
    source = _words(statement.source.spans) if statement.source else ""
    cue = _words(statement.cue.spans) if statement.cue else ""
    return source, cue, _words(statement.content.spans)


def _words(spans: Spans) -> str:
    return fold(" ".join(span.text for span in spans))

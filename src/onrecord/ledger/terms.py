"""The terms of current codings, one row a term, so that they are found without loading a record."""

import json
import sqlite3
from dataclasses import dataclass, replace
from typing import Any

from onrecord.errors import LedgerError, RecordError
from onrecord.ledger.words import fold
from onrecord.record import Participant, Record, Referents, Term, Voices, bounds

LONGEST_WORDS = 240

TermColumns = tuple[str | int | None, ...]

QUERY = """
    SELECT t.document, d.uri, d.title, d.heading, d.outlet, d.published, t.term, t.matter, t.bound, t.subject, t.entity,
        e.name, e.registry, t.edtf, t.first, t.last, t.status, t.voices, t.words, t.start, t."end"
    FROM terms AS t JOIN documents AS d ON d.id = t.document
    LEFT JOIN entities AS e ON e.document = t.document AND e.entity = t.entity
"""


@dataclass(frozen=True, slots=True)
class TermRow:
    """A term of one document's current coding, with what a list shows of it.

    `first` and `last` are the first and last day of its date, None where it has none. `voices` names whoever says so,
    the innermost first; it is empty where the document itself does. `words` are the text's, from `start` to `end`.
    """

    document: str
    uri: str | None
    title: str | None
    heading: str
    outlet: str | None
    published: str | None
    term: str
    matter: str
    bound: str
    subject: str | None
    entity: str | None
    name: str | None
    registry: str | None
    edtf: str | None
    first: str | None
    last: str | None
    status: str | None
    voices: tuple[str, ...]
    words: str
    start: int
    end: int


def term_columns(record: Record) -> dict[str, TermColumns]:
    """Of each term, by its id: matter, bound, subject, entity, EDTF, first, last, status, voices, words, start, end."""
    referents = Referents(record)
    voices = Voices(record)
    times = {time.id: time.spans for time in record.times}
    found: dict[str, TermColumns] = {}
    for term in record.terms:
        first, last = _days(term.edtf)
        spans = (*term.spans, *times[term.time], *(term.subject.spans if term.subject else ()))
        start, end = min(span.start for span in spans), max(span.end for span in spans)
        found[term.id] = (
            term.matter, term.bound, _named(term.subject, referents), term.subject.entity if term.subject else None,
            term.edtf, first, last, term.status, json.dumps(_voices(term, voices, referents), ensure_ascii=False),
            " ".join(record.document.text[start:end].split())[:LONGEST_WORDS], start, end,
        )  # fmt: skip
    return found


def index_terms(connection: sqlite3.Connection, record: Record) -> None:
    """Replaces the terms of a document with those of this record."""
    connection.execute("DELETE FROM terms WHERE document = ?", (record.document.id,))
    connection.executemany(
        "INSERT INTO terms (document, term, matter, bound, subject, entity, edtf, first, last, status, voices, words,"
        ' start, "end") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        [(record.document.id, name, *columns) for name, columns in term_columns(record).items()],
    )


def index_terms_anew(connection: sqlite3.Connection) -> None:
    """Fills in the terms of the records that are there; a damaged one is passed over, for `verify` to name."""
    for (line,) in connection.execute("SELECT record FROM codings WHERE current = 1 ORDER BY number").fetchall():
        try:
            index_terms(connection, Record.from_json(line))
        except RecordError:
            continue


def load_terms(connection: sqlite3.Connection, matter: str | None = None) -> list[TermRow]:
    """The terms, of one matter or all, by their last day, document and place; those without a date last.

    Raises LedgerError where a row is damaged.
    """
    where = " WHERE t.matter = ?" if matter else ""
    order = " ORDER BY t.last IS NULL, t.last, d.published, t.document, t.start, t.term"
    return [_row(values) for values in connection.execute(QUERY + where + order, (matter,) if matter else ())]


def subject_key(row: TermRow) -> str:
    """What makes the subjects of two documents' terms one: a registry's entry, else the words without articles."""
    words = fold(row.name or row.subject or "").split()
    return row.registry or " ".join(
        word for word in words if word not in ("the", "a", "an", "its", "his", "her", "their")
    )


def _days(edtf: str | None) -> tuple[str | None, str | None]:
    if edtf is None:
        return None, None
    try:
        first, last = bounds(edtf)
    except RecordError:
        return None, None
    # An end that is open has no day; the other one stands for it.
    first, last = first or last, last or first
    return (str(first), str(last)) if first and last else (None, None)


def _voices(term: Term, voices: Voices, referents: Referents) -> list[str]:
    """Who says so, the innermost first; `somebody` where a statement has no source."""
    return [_named(each.source, referents) or "somebody" for each in voices.chain(term.voice)]


def _named(participant: Participant | None, referents: Referents) -> str | None:
    """The words, and behind words that name nobody who is meant: `she (Amina Sow)`."""
    if participant is None:
        return None
    words = " ".join(" ".join(span.text for span in participant.spans).split())
    entity = referents.unnamed(participant)
    return f"{words} ({entity.name})" if entity else words


def _row(values: tuple[Any, ...]) -> TermRow:
    *_, voices, _, _, _ = values
    try:
        told = tuple(json.loads(voices))
    except (ValueError, TypeError) as error:
        raise LedgerError(f"the terms of {values[0]} are damaged ({error}); see: onrecord verify") from error
    row = TermRow(*values)
    return replace(row, voices=told)

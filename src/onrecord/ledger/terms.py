"""The terms of current codings, one row a term, so that they are found without loading a record."""

import json
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from onrecord.errors import LedgerError, RecordError
from onrecord.ledger.tables import documents, entities, profiles, terms
from onrecord.ledger.words import fold
from onrecord.record import Participant, Record, Referents, Term, Voices, bounds

LONGEST_WORDS = 240


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


def term_columns(record: Record) -> list[dict[str, Any]]:
    """The columns of each term."""
    referents = Referents(record)
    voices = Voices(record)
    times = {time.id: time.spans for time in record.times}
    found = []
    for term in record.terms:
        first, last = _days(term.edtf)
        spans = (*term.spans, *times[term.time], *(term.subject.spans if term.subject else ()))
        start, end = min(span.start for span in spans), max(span.end for span in spans)
        found.append(
            {
                "term": term.id, "matter": term.matter, "bound": term.bound,
                "subject": _named(term.subject, referents), "entity": term.subject.entity if term.subject else None,
                "edtf": term.edtf, "first": first, "last": last, "status": term.status,
                "voices": json.dumps(_voices(term, voices, referents), ensure_ascii=False),
                "words": " ".join(record.document.text[start:end].split())[:LONGEST_WORDS], "start": start, "end": end,
            }
        )  # fmt: skip
    return found


@dataclass(frozen=True, slots=True)
class TermQuery:
    """What a term must fit; None asks for nothing.

    `since` and `before` are about its last day, `is_dated` whether it has one at all; `is_fixed` leaves out what
    begins, and what is only demanded, planned, possible or denied.
    """

    matter: str | None = None
    since: str | None = None
    before: str | None = None
    is_dated: bool | None = None
    is_fixed: bool = False
    newest_first: bool = False
    limit: int | None = None


def load_terms(connection: Connection, asked: TermQuery) -> list[TermRow]:
    """The terms that fit by their last day, document and place, those without a date last; or the other way round.

    Raises LedgerError where a row is damaged.
    """
    last = func.coalesce(terms.c.last, "9999-99")
    query = (
        select(
            documents.c.id, documents.c.uri, documents.c.title, documents.c.heading, documents.c.outlet,
            documents.c.published, terms.c.term, terms.c.matter, terms.c.bound, terms.c.subject, terms.c.entity,
            entities.c.name, profiles.c.registry, terms.c.edtf, terms.c.first, terms.c.last, terms.c.status,
            terms.c.voices, terms.c.words, terms.c.start, terms.c.end,
        )
        .join_from(terms, documents, documents.c.number == terms.c.document)
        .outerjoin(entities, (entities.c.document == terms.c.document) & (entities.c.entity == terms.c.entity))
        .outerjoin(profiles, profiles.c.number == entities.c.profile)
        .where(*_conditions(asked))
        .order_by(
            last.desc() if asked.newest_first else last, documents.c.day, documents.c.id, terms.c.start, terms.c.term
        )
        .limit(asked.limit)
    )  # fmt: skip
    return [_row(values) for values in connection.execute(query)]


def _conditions(asked: TermQuery) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if asked.matter:
        found.append(terms.c.matter == asked.matter)
    if asked.since:
        found.append(terms.c.last >= asked.since)
    if asked.before:
        found.append(terms.c.last < asked.before)
    if asked.is_dated is not None:
        found.append(terms.c.last.is_not(None) if asked.is_dated else terms.c.last.is_(None))
    if asked.is_fixed:
        found += [terms.c.status.is_(None), terms.c.bound != "from"]
    return found


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


def _row(values: Any) -> TermRow:
    *_, voices, _, _, _ = values
    try:
        told = tuple(json.loads(voices))
    except (ValueError, TypeError) as error:
        raise LedgerError(f"the terms of {values[0]} are damaged ({error}); see: onrecord verify") from error
    row = TermRow(*values)
    return replace(row, voices=told)

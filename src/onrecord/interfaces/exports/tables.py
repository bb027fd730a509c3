"""The record as flat tables, for CSV and Parquet: their columns, and the rows that one document gives."""

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from onrecord.analysis import Entry
from onrecord.interfaces.exports.columns import Column, Row, columns_of
from onrecord.interfaces.exports.tellings import day_of
from onrecord.record import Entity, Participant, Spans, bounds, is_edtf

Rows = Iterator[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: one row for each item of a kind, in the order of the record."""

    name: str
    meaning: str
    rows: Callable[[Entry], Rows]

    @property
    def columns(self) -> tuple[Column, ...]:
        """Its columns, the same in CSV and Parquet."""
        return columns_of(f"tables.{self.name}")


def complete_rows(table: Table, entry: Entry) -> Iterator[Row]:
    """The rows of a document, each with who made it."""
    record = entry.record
    verdicts: dict[str, list[str]] = {}
    for review in record.reviews:
        if review.part == PARTS.get(table.name):
            verdicts.setdefault(review.item, []).append(review.verdict)
    for row in table.rows(entry):
        decided = verdicts.get(row.get("id", ""), [])
        is_person = table.name == "reviews" or "add" in decided or "correct" in decided
        yield {
            "document": record.document.id,
            **row,
            "made_by": "person" if is_person else "coder",
            "review": decided[-1] if decided else None,
            "coder": record.coder.name,
            "coder_version": record.coder.version,
        }


# The part of a record by which its reviews name what stands in a table.
PARTS = {
    "documents": "document",
    **{name: name for name in "statements events entities mentions places times terms figures".split()},
}


def _of_words(name: str, spans: Spans | None, text: str) -> dict[str, Any]:
    if not spans:
        return dict.fromkeys((f"{name}_start", f"{name}_end", f"{name}_text", f"{name}_spans"))
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    return {
        f"{name}_start": start,
        f"{name}_end": end,
        f"{name}_text": text[start:end],
        f"{name}_spans": _pieces(spans) if len(spans) > 1 else None,
    }


def _pieces(spans: Spans) -> list[dict[str, Any]]:
    return [asdict(span) for span in spans]


def _entity_of(participant: Participant, entry: Entry) -> Entity | None:
    return next((each for each in entry.record.entities if each.id == participant.entity), None)


def _of_somebody(name: str, participant: Participant | None, entry: Entry) -> dict[str, Any]:
    spans = participant.spans if participant else None
    return {
        **_of_words(name, spans, entry.record.document.text),
        **{f"{name}_{key}": value for key, value in _known(participant, entry).items()},
    }


def _known(participant: Participant | None, entry: Entry) -> dict[str, Any]:
    if participant is None:
        return dict.fromkeys(("entity", "name", "identity", "unresolved"))
    entity = _entity_of(participant, entry)
    known = entry.identities.get(entity.id) if entity else None
    return {
        "entity": participant.entity,
        "name": entity.name if entity else None,
        "identity": known.key if known else None,
        "unresolved": participant.unresolved,
    }


def _people(participants: tuple[Participant, ...], entry: Entry) -> list[dict[str, Any]]:
    return [{"spans": _pieces(each.spans), **_known(each, entry)} for each in participants]


def _names(participants: tuple[Participant, ...]) -> str | None:
    return "; ".join(" … ".join(span.text for span in each.spans) for each in participants) or None


def _of_days(edtf: str | None) -> dict[str, Any]:
    first, last = bounds(edtf) if edtf is not None and is_edtf(edtf) else (None, None)
    return {"first_day": first, "last_day": last}


def _documents(entry: Entry) -> Rows:
    document, coder = entry.record.document, entry.record.coder
    yield {
        "id": document.id,
        "uri": document.uri,
        "title": document.title,
        "outlet": document.outlet,
        "authors": list(document.authors),
        "published": document.published,
        "published_day": day_of(document.published),
        "modified": document.modified,
        "modified_day": day_of(document.modified),
        "retrieved": document.retrieved,
        "language": document.language,
        "media_type": document.media_type,
        "digest": document.digest,
        "text": document.text,
        "origin": entry.origin or document.id,
        "outlets": entry.outlets,
        "revises": entry.revises,
        "coder_models": dict(sorted(coder.models.items())),
    }


def _statements(entry: Entry) -> Rows:
    text = entry.record.document.text
    for each in entry.record.statements:
        yield {
            "id": each.id,
            **_of_somebody("source", each.source, entry),
            **_of_words("cue", each.cue.spans if each.cue else None, text),
            **_of_words("content", each.content.spans, text),
            **_of_somebody("addressee", each.addressee, entry),
            "quotation": each.quotation,
            "confidence": each.confidence,
            "act": each.act,
            "within": each.within,
            "time": each.time,
        }


def _events(entry: Entry) -> Rows:
    record = entry.record
    times = {each.id: each.edtf for each in record.times}
    places = {each.id: each for each in record.places}
    for each in record.events:
        place = places.get(each.place or "")
        yield {
            "id": each.id,
            "type": each.type,
            "mode": each.mode,
            "status": each.status,
            "voice": each.voice,
            **_of_words("trigger", each.trigger.spans, record.document.text),
            "actor_text": _names(each.actors),
            "actors": _people(each.actors, entry),
            "recipient_text": _names(each.recipients),
            "recipients": _people(each.recipients, entry),
            "time": each.time,
            "edtf": times.get(each.time or ""),
            **_of_days(times.get(each.time or "")),
            "place": each.place,
            "place_name": place.name if place else None,
            "place_country": place.country if place else None,
            "within": each.within,
            "root": each.root,
            "contexts": list(each.contexts),
        }


def _entities(entry: Entry) -> Rows:
    for each in entry.record.entities:
        known = entry.identities.get(each.id)
        yield {
            **asdict(each),
            "mentions": list(each.mentions),
            "identity": known.key if known else None,
            "identity_name": known.name if known else None,
        }


def _mentions(entry: Entry) -> Rows:
    for each in entry.record.mentions:
        yield {
            "id": each.id,
            "form": each.form,
            **_of_words("mention", each.spans, entry.record.document.text),
            "entity": each.entity,
        }


def _places(entry: Entry) -> Rows:
    for each in entry.record.places:
        row = asdict(each)
        del row["spans"]
        yield {**row, **_of_words("place", each.spans, entry.record.document.text)}


def _times(entry: Entry) -> Rows:
    for each in entry.record.times:
        row = asdict(each)
        del row["spans"]
        yield {**row, **_of_words("time", each.spans, entry.record.document.text), **_of_days(each.edtf)}


def _terms(entry: Entry) -> Rows:
    for each in entry.record.terms:
        yield {
            "id": each.id,
            **_of_somebody("subject", each.subject, entry),
            "matter": each.matter,
            "bound": each.bound,
            "time": each.time,
            "voice": each.voice,
            **_of_words("term", each.spans, entry.record.document.text),
            "edtf": each.edtf,
            **_of_days(each.edtf),
            "arithmetic": each.arithmetic,
            "status": each.status,
        }


def _figures(entry: Entry) -> Rows:
    text = entry.record.document.text
    for each in entry.record.figures:
        yield {
            "id": each.id,
            **_of_words("figure", each.spans, text),
            "low": each.low,
            "high": each.high,
            "exact": each.exact,
            **_of_words("counts", each.counts.spans if each.counts else None, text),
            "counts_lemma": each.counts.lemma if each.counts else None,
            "unit": each.unit,
            "voice": each.voice,
            "entity": each.entity,
        }


def _reviews(entry: Entry) -> Rows:
    for each in entry.record.reviews:
        yield asdict(each)


TABLES = (
    Table("documents", "one row a document", _documents),
    Table("statements", "who is said to have said what", _statements),
    Table("events", "who did what to whom, as whose claim", _events),
    Table("entities", "who acts, speaks or is acted upon in a document", _entities),
    Table("mentions", "words that refer to an entity", _mentions),
    Table("places", "where", _places),
    Table("times", "when, how long, how often", _times),
    Table("terms", "what holds until, from or by when", _terms),
    Table("figures", "how many, how much", _figures),
    Table("reviews", "what people decided", _reviews),
)

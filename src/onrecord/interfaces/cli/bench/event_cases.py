"""Event cases: the gold that `onrecord bench events` reads, and what the coder says of it in the same form."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.annotation import DocumentCoder
from onrecord.codebooks import load_event_types
from onrecord.codebooks.events.coding import plover_events
from onrecord.codebooks.registry import Registry
from onrecord.documents import document_from_text
from onrecord.errors import BenchError
from onrecord.record import Participant, Record, Referents, is_edtf_date

CODE = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class Involved:
    """Whoever acts or is acted upon in a coded event: the words, None where the gold has none, and a country code."""

    words: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class Coded:
    """An event as the cases have it; `alternatives` are other types that count as right for it."""

    type: str
    actors: tuple[Involved, ...] = ()
    recipients: tuple[Involved, ...] = ()
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """One line of the gold. `published` is None where the gold's date says nothing."""

    id: str
    text: str
    published: str | None
    subset: str | None
    is_suspect: bool
    events: tuple[Coded, ...]


def read_cases(file: Path) -> tuple[Case, ...]:
    """The cases of a file. Raises BenchError, naming the line, for one that is none."""
    cases: dict[str, Case] = {}
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            case = _case(json.loads(line))
            if case.id in cases:
                raise ValueError(f"the id {case.id!r} occurs twice")
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            told = f"{error} is missing" if isinstance(error, KeyError) else str(error)
            raise BenchError(f"{file}, line {number}: not an event case ({told}); see `--help`") from error
        cases[case.id] = case
    if not cases:
        raise BenchError(f"{file}: holds no cases")
    return tuple(cases.values())


def code_case(case: Case, coder: DocumentCoder, registry: Registry) -> tuple[Coded, ...]:
    """What the coder finds in a case, as PLOVER's coders would write it."""
    return coded_events(coder.code(document_from_text(case.text, published=case.published)), registry)


def coded_events(record: Record, registry: Registry) -> tuple[Coded, ...]:
    """A record's events as the cases have them, polities folded into the states that claim them."""
    referents = Referents(record)

    def involved(participants: tuple[Participant, ...]) -> tuple[Involved, ...]:
        return tuple(_involved(each, referents, registry) for each in participants)

    return tuple(
        Coded(event.type, involved(event.actors), involved(event.recipients)) for event in plover_events(record)
    )


def to_line(case: Case, events: tuple[Coded, ...]) -> str:
    """What was found in a case as a line of JSON, as the scorer of the gold reads it."""

    def plain(involved: tuple[Involved, ...]) -> list[dict[str, str | None]]:
        return [{"text": each.words, "country": each.country} for each in involved]

    found = [
        {"event_type": each.type, "actors": plain(each.actors), "recipients": plain(each.recipients)} for each in events
    ]
    return json.dumps({"id": case.id, "events": found}, ensure_ascii=False)


def _involved(participant: Participant, referents: Referents, registry: Registry) -> Involved:
    entity = referents.entity(participant)
    country, _ = registry.folded(entity.country, ()) if entity else (None, ())
    words = " ".join(" ".join(span.text.split()) for span in participant.spans)
    return Involved(words, country if country and CODE.fullmatch(country) else None)


def _case(row: Any) -> Case:
    if not isinstance(row, dict):
        raise TypeError("a line is an object")
    text = _string(row["text"], "text")
    return Case(
        id=_string(row["id"], "id"),
        text=text,
        published=None if row.get("date_is_placeholder") else _date(row.get("date")),
        subset=row.get("subset"),
        is_suspect=bool(row.get("suspect")),
        events=tuple(_event(each) for each in _list(row["events"], "events")),
    )


def _event(row: Any) -> Coded:
    if not isinstance(row, dict):
        raise TypeError("an event is an object")
    return Coded(
        type=_type(row["event_type"]),
        actors=tuple(_gold_involved(each) for each in _list(row.get("actors", []), "actors")),
        recipients=tuple(_gold_involved(each) for each in _list(row.get("recipients", []), "recipients")),
        alternatives=tuple(_type(each) for each in _list(row.get("alt_types", []), "alt_types")),
    )


def _gold_involved(row: Any) -> Involved:
    if not isinstance(row, dict):
        raise TypeError("an actor or recipient is an object")
    words, country = row.get("text"), row.get("country")
    if country is not None and not CODE.fullmatch(_string(country, "country")):
        raise ValueError(f"country {country!r} is not three capital letters")
    return Involved(None if words is None else _string(words, "text"), country)


def _type(value: Any) -> str:
    if value not in load_event_types():
        raise ValueError(f"{value!r} is no PLOVER type")
    return str(value)


def _date(value: Any) -> str | None:
    if value is not None and not (isinstance(value, str) and is_edtf_date(value)):
        raise ValueError(f"date {value!r} is not as 2024-05-02")
    return value


def _string(value: Any, name: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise TypeError(f"{name} is not a text, but {value!r:.60}")
    return value


def _list(value: Any, name: str) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError(f"{name} is not a list, but {value!r:.60}")
    return value

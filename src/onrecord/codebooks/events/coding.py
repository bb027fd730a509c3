"""A record's events as PLOVER's coders would write them: no status, one event for an act and what it is about."""

from collections.abc import Iterator
from dataclasses import replace

from onrecord.codebooks.events import VERBAL
from onrecord.record import Event, Record

# What an announced event is (plover.md, `Which type wins`): future cooperation is an agreement, a future concession
# one already, and force announced a threat.
ANNOUNCED = {
    "CONSULT": "AGREE",
    "SUPPORT": "AGREE",
    "COOPERATE": "AGREE",
    "AID": "AGREE",
    "AGREE": "AGREE",
    "CONCEDE": "CONCEDE",
    "RETREAT": "CONCEDE",
    "COERCE": "THREATEN",
    "ASSAULT": "THREATEN",
    "SANCTION": "THREATEN",
    "MOBILIZE": "THREATEN",
    "PROTEST": "THREATEN",
}


def plover_events(record: Record) -> Iterator[Event]:
    """The events that PLOVER codes: what happened or is announced, without what is only told by the way.

    What is promised, demanded, refused or threatened is coded in the act itself. A text that tells of events only by
    the way has those.
    """
    by_id = {event.id: event for event in record.events}
    kept = [event for event in record.events if event.root and not _is_told_by_another(event, by_id)]
    if not kept:
        kept = [event for event in record.events if not _is_told_by_another(event, by_id)]
    for event in kept:
        coded = _coded(event)
        if coded is not None:
            yield coded


def _is_told_by_another(event: Event, by_id: dict[str, Event]) -> bool:
    return event.within is not None and by_id[event.within].type in VERBAL


def _coded(event: Event) -> Event | None:
    if event.status in ("happened", "ongoing"):
        return event
    if event.status == "planned":
        return replace(event, type=ANNOUNCED.get(event.type, event.type))
    return None

"""By what an event is looked up: whoever could tell of the same happening shares a key."""

from collections.abc import Iterator

from onrecord.ledger.happened import EventRow
from onrecord.ledger.happenings.parties import Face
from onrecord.ledger.happenings.sketches import Sketch, sketch

WEEK = 7
MOST_WEEKS = 6
"""A time that spans more is looked up by its ends and by the week of its document."""


def keys_of(row: EventRow) -> set[str]:
    """The keys of an event: its deed, a week in which it may have happened, and a place or a party.

    They are made of what the row alone tells, never of an identity, so that they hold when people judge who is one. A
    key is of a town, of a party's name or registry entry, or of a side of a country (`SDN state`); a country as a place
    counts only where nothing else is told.
    """
    return keys_of_sketch(sketch(row))


def keys_of_sketch(each: Sketch) -> set[str]:
    """The same of a row made ready."""
    return {f"{deed}|{week}|{anchor}" for deed in each.deeds for week in _weeks(each) for anchor in _anchors(each)}


def _weeks(each: Sketch) -> list[int | None]:
    """The weeks that it may be of, one to spare on either side of a told day so that neighbours meet."""
    if each.days is None:
        return [None]
    low, high = (each.days.low - 1) // WEEK, (each.days.high + 1) // WEEK
    if high - low < MOST_WEEKS:
        return list(range(low, high + 1))
    return [low, high]


def _anchors(each: Sketch) -> set[str]:
    row = each.row
    found = {f"@{word}" for word in _place_words(each)}
    for face in each.actors + each.recipients:
        found |= set(_of_party(face))
    if not found and row.place_country:
        found.add(f"={row.place_country}")
    return found


def _place_words(each: Sketch) -> set[str]:
    return set(each.where.split()) if each.where is not None and not each.is_wide else set()


def _of_party(face: Face) -> Iterator[str]:
    party = face.party
    if party.registry is not None:
        yield f"#{party.registry}"
    if party.country is not None:
        yield f"={party.country}"
    for stem in face.own:
        yield f"@{stem}"

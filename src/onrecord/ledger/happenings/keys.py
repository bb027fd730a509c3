"""By what an event is looked up: whoever could tell of the same happening shares a key."""

from collections.abc import Iterator

from onrecord.ledger.happened import EventRow
from onrecord.ledger.happenings.parties import Face, side_of, stems
from onrecord.ledger.happenings.sketches import Sketch, sketch_all

WEEK = 7
MOST_WEEKS = 6
"""A time that spans more is looked up by its ends."""
MOST_WORDS = 4


def keys_of(row: EventRow) -> set[str]:
    """The keys of an event: its deed, a week in which it may have happened, and a name of its clause or a party.

    They are made of what the row alone tells, never of an identity, so that they hold when people judge who is one. A
    party is its words, its registry entry and its side of a country (`SDN state`); a country as a place counts only
    where nothing else is told. An event that only refers to another (`the attack`) has none: it is found through that.
    """
    (each,) = sketch_all([row])
    if each.is_bare:
        return set()
    return {f"{deed}|{week}|{anchor}" for deed in each.deeds for week in _weeks(each) for anchor in _anchors(each)}


def _weeks(each: Sketch) -> list[int | None]:
    """The weeks that it may be of, a day to spare on either side so that neighbours meet."""
    days = each.scene_days or each.days
    if days is None:
        return [None]
    low, high = (days.low - 1) // WEEK, (days.high + 1) // WEEK
    return list(range(low, high + 1)) if high - low < MOST_WEEKS else [low, high]


def _anchors(each: Sketch) -> set[str]:
    found = {f"@{name}" for name in each.names - each.sides}
    where = each.scene_where
    if where is not None and not where.is_country:
        found |= {f"@{name}" for name in stems(where.words)}
    for face in each.actors + each.recipients:
        found |= set(_of_party(face))
    if not found and where is not None and where.country is not None:
        found.add(f"={where.country}")
    return found


def _of_party(face: Face) -> Iterator[str]:
    party = face.party
    if party.registry is not None:
        yield f"#{party.registry}"
    if party.country is not None:
        yield f"={party.country} {side_of(party.sector)}"
    # Of a long description the longest words, which few others have.
    for word in sorted(face.own, key=lambda each: (-len(each), each))[:MOST_WORDS]:
        yield f"@{word}"

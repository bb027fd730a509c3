"""What an event is compared by: its row made ready once."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from onrecord.codebooks.registry import STATES, load_registry
from onrecord.errors import RecordError
from onrecord.ledger.happened import EventRow, Scene
from onrecord.ledger.happenings.deeds import deeds_of
from onrecord.ledger.happenings.parties import Face, faces_of, generic_stems, stems
from onrecord.ledger.happenings.scenes import PAST
from onrecord.ledger.words import fold
from onrecord.record import bounds

NARROW = 3
"""Days that a time may span and still tell on which day: a night, a weekend."""
NEWS_AGE = 14
"""How many days before its document an event without a time of its own is mostly found, and a planned one behind it."""
# What stands before a word for a deed that has been told of.
DEFINITE = re.compile(r"(?:^|\W)(?:the|this|that|these|those|such)\s+(?:[\w’'-]+\s+){0,2}\|$", re.IGNORECASE)
# Stems of words that tell what a deed came to.
OUTCOMES = frozenset("kill wound injur die dead death hurt slain casualti".split())


@dataclass(frozen=True, slots=True)
class Days:
    """The first and last day on which it may have happened, as ordinals; `is_told` is false where only the document's
    date bounds it: what has happened did so before it was published."""

    low: int
    high: int
    is_told: bool

    @property
    def is_narrow(self) -> bool:
        """Whether the text tells the day, or nearly."""
        return self.is_told and self.high - self.low <= NARROW

    def gap(self, other: "Days") -> int:
        """How many days lie between them; 0 where they overlap."""
        return max(0, other.low - self.high, self.low - other.high)


@dataclass(frozen=True, slots=True)
class Where:
    """A place: its words, their folded form, what is known of it, and whether it is a whole country."""

    words: str
    folded: str
    country: str | None
    geonames: int | None
    is_country: bool


@dataclass(frozen=True, slots=True)
class Sketch:
    """A row, with its deeds, days, people and words as they are compared.

    `names` and `words` are stems of the clause: of words with a capital, and of all; `sides` those of states, and of
    parties that are known to be of one, whose names many happenings share.
    """

    row: EventRow
    deeds: tuple[str, ...]
    days: Days | None
    actors: tuple[Face, ...]
    recipients: tuple[Face, ...]
    where: Where | None
    names: frozenset[str]
    words: frozenset[str]
    sides: frozenset[str]
    trigger: frozenset[str]

    @property
    def clause(self) -> tuple[str, int, int]:
        """The words that tell it, by document and place; several events can share them."""
        return self.row.document, self.row.start, self.row.end

    @property
    def is_bare(self) -> bool:
        """Whether it only refers to a deed told elsewhere: `the attack`, with nobody, no time and no place."""
        row = self.row
        is_lone = not (row.actors or row.recipients or row.place or row.first or row.last)
        return is_lone and DEFINITE.search(f"{row.words[: _place_of_trigger(row)]}|") is not None

    @property
    def is_outcome(self) -> bool:
        """Whether it tells what came of a deed, on a day told elsewhere: `two soldiers were killed`."""
        return bool(self.trigger & OUTCOMES) and not (self.days is not None and self.days.is_told)

    @property
    def stands_alone(self) -> bool:
        """Whether it tells enough to be compared with other documents' tellings, and does not only refer back."""
        return not (self.is_bare or self.is_outcome)

    @property
    def scene(self) -> Scene | None:
        """What is told around it."""
        return self.row.scene

    @property
    def scene_days(self) -> Days | None:
        """Its days, or else those told around it."""
        if self.days is not None and self.days.is_told:
            return self.days
        return _told_days(self.scene.first, self.scene.last, None) if self.scene else None

    @property
    def scene_where(self) -> Where | None:
        """Its place, or else the one told around it."""
        if self.where is not None or self.scene is None or self.scene.place is None:
            return self.where
        return _where(self.scene.place, self.scene.place_country, self.scene.geonames)

    @property
    def is_past(self) -> bool:
        """Whether it is told as something that took place, or did not."""
        return self.row.status in PAST


def sketch(row: EventRow) -> Sketch:
    """A row made ready to be compared."""
    actors, recipients = faces_of(row.actors), faces_of(row.recipients)
    return Sketch(
        row, deeds_of(row.type, row.mode), _days(row), actors, recipients,
        _where(row.place, row.place_country, row.geonames) if row.place else None,
        _names(row), stems(row.words), _sides(row, actors, recipients), stems(row.trigger),
    )  # fmt: skip


def sketch_all(rows: Sequence[EventRow]) -> list[Sketch]:
    """Rows made ready, in their order.

    Of events of one deed that one clause tells together, those without a day or a place have the other's: `shelled the
    town on Monday and killed two people`.
    """
    sketches = [sketch(row) for row in rows]
    clauses: dict[tuple[str, int, int], list[Sketch]] = {}
    for each in sketches:
        clauses.setdefault(each.clause, []).append(each)
    return [_completed(each, clauses[each.clause]) for each in sketches]


def _completed(each: Sketch, clause: Sequence[Sketch]) -> Sketch:
    for other in clause if len(clause) > 1 and each.is_past else ():
        if other.is_past and set(each.deeds) & set(other.deeds):
            if other.days and other.days.is_told and not (each.days and each.days.is_told):
                each = replace(each, days=other.days)
            if other.where is not None and each.where is None:
                each = replace(each, where=other.where)
    return each


def _sides(row: EventRow, actors: tuple[Face, ...], recipients: tuple[Face, ...]) -> frozenset[str]:
    known = [face for face in actors if face.party.country] + [
        face for face in actors + recipients if face.party.registry
    ]
    found = [face.own | face.shared for face in known]
    # `Sudanese` beside `Sudan`: what a state and its people are called.
    countries = {each.party.country for each in actors + recipients} | {row.place_country}
    return frozenset().union(*found, *(country_stems(code) for code in countries if code))


def _place_of_trigger(row: EventRow) -> int:
    return max(0, row.words.find(row.trigger.split()[0]))


def _days(row: EventRow) -> Days | None:
    published = _published(row)
    told = _told_days(row.first, row.last, published)
    if told is not None or published is None:
        return told
    if row.status in PAST:
        return Days(published - NEWS_AGE, published, is_told=False)
    return Days(published - NEWS_AGE, published + NEWS_AGE, is_told=False)


def _told_days(first: str | None, last: str | None, published: int | None) -> Days | None:
    if first is None and last is None:
        return None
    low = date.fromisoformat(first).toordinal() if first else 1
    # What has begun, and no end is told of, had begun when it was published.
    high = date.fromisoformat(last).toordinal() if last else max(low, published or date.max.toordinal())
    return Days(low, high, is_told=True)


def _published(row: EventRow) -> int | None:
    try:
        day = bounds(row.published)[1] if row.published else None
    except RecordError:
        return None
    return day.toordinal() if day else None


def _names(row: EventRow) -> frozenset[str]:
    """The stems of what is written with a capital, and of the place; not of states, whose names many happenings share.

    A first word has a capital in any case.
    """
    words = row.words.split()
    capitals = [word for word in words[1:] if word[:1].isupper()]
    if len(words) > 1 and words[1][:1].isupper():
        capitals.append(words[0])
    return stems(" ".join([*capitals, row.place or ""])) - generic_stems() - state_stems()


def _where(place: str, country: str | None, geonames: int | None) -> Where:
    folded = fold(place)
    return Where(place, folded, country, geonames, country is not None and folded in _country_names(country))


@lru_cache(maxsize=1)
def state_stems() -> frozenset[str]:
    """The stems of the names of all states and polities, and of what their people are called."""
    states = (entry.id for entry in load_registry().entries.values() if entry.kind in STATES)
    return frozenset().union(*map(country_stems, states))


@lru_cache(maxsize=500)
def country_stems(code: str) -> frozenset[str]:
    """The stems of a country's names and of what its people are called."""
    entry = load_registry().entries.get(code)
    return stems(" ".join((entry.name, *entry.aliases, *entry.demonyms))) if entry else frozenset()


@lru_cache(maxsize=500)
def _country_names(code: str) -> frozenset[str]:
    entry = load_registry().entries.get(code)
    return frozenset(fold(name) for name in (entry.name, *entry.aliases)) if entry else frozenset()

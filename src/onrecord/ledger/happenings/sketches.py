"""What an event is compared by: its row made ready once."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from onrecord.codebooks.registry import load_registry
from onrecord.errors import RecordError
from onrecord.ledger.happened import EventRow
from onrecord.ledger.happenings.deeds import deeds_of
from onrecord.ledger.happenings.parties import Face, face_of, stems
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
PAST = frozenset({"happened", "ongoing", "not-happened"})


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
class Sketch:
    """A row, with its deeds, days, people and words as they are compared.

    `where` is the place's folded name, `is_wide` whether that is a whole country. `names` and `words` are stems of the
    clause: of words with a capital, and of all; `sides` those of states, bodies and people known to the registry, whose
    names many happenings share.
    """

    row: EventRow
    deeds: tuple[str, ...]
    days: Days | None
    actors: tuple[Face, ...]
    recipients: tuple[Face, ...]
    where: str | None
    is_wide: bool
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
        """Whether it tells what came of a deed rather than the deed: `two soldiers were killed`."""
        row = self.row
        return bool(self.trigger & OUTCOMES) and not (row.actors or row.first or row.last)

    @property
    def stands_alone(self) -> bool:
        """Whether it tells enough to be compared with other documents' tellings, and does not only refer back."""
        return not (self.is_bare or self.is_outcome)

    @property
    def is_past(self) -> bool:
        """Whether it is told as something that took place, or did not."""
        return self.row.status in PAST


def sketch(row: EventRow) -> Sketch:
    """A row made ready to be compared."""
    actors, recipients = tuple(map(face_of, row.actors)), tuple(map(face_of, row.recipients))
    capitals = " ".join(word for word in row.words.split() if word[:1].isupper() or "-" in word)
    where = fold(row.place) if row.place else None
    return Sketch(
        row, deeds_of(row.type, row.mode), _days(row), actors, recipients, where,
        _is_country(where, row.place_country), stems(f"{capitals} {row.place or ''}"), stems(row.words),
        _sides(row, actors + recipients), stems(row.trigger),
    )  # fmt: skip


def _sides(row: EventRow, faces: tuple[Face, ...]) -> frozenset[str]:
    found = [face.own | face.shared for face in faces if face.party.registry or face.party.country]
    # `Sudanese` beside `Sudan`: what a state and its people are called.
    countries = {each.party.country for each in faces} | {row.place_country}
    return frozenset().union(*found, *(_country_stems(code) for code in countries if code))


def _place_of_trigger(row: EventRow) -> int:
    return max(0, row.words.find(row.trigger.split()[0]))


def _days(row: EventRow) -> Days | None:
    if row.first or row.last:
        first, last = (date.fromisoformat(each).toordinal() if each else None for each in (row.first, row.last))
        published = _published(row)
        # What has begun and no end is told of had begun when it was published.
        last = last or max(first or 1, published or date.max.toordinal())
        return Days(first or 1, last, is_told=True)
    published = _published(row)
    if published is None:
        return None
    if row.status in PAST:
        return Days(published - NEWS_AGE, published, is_told=False)
    return Days(published - NEWS_AGE, published + NEWS_AGE, is_told=False)


def _published(row: EventRow) -> int | None:
    try:
        day = bounds(row.published)[1] if row.published else None
    except RecordError:
        return None
    return day.toordinal() if day else None


def _is_country(where: str | None, country: str | None) -> bool:
    return where is not None and country is not None and where in _country_names(country)


@lru_cache(maxsize=500)
def _country_stems(code: str) -> frozenset[str]:
    entry = load_registry().entries.get(code)
    return stems(" ".join((entry.name, *entry.aliases, *entry.demonyms))) if entry else frozenset()


@lru_cache(maxsize=500)
def _country_names(code: str) -> frozenset[str]:
    entry = load_registry().entries.get(code)
    return frozenset(fold(name) for name in (entry.name, *entry.aliases)) if entry else frozenset()

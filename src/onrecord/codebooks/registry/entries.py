"""What the registry holds: who and what has a name, where it belongs, and which office it held when."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "person",
    "organisation",
    "country",
    "polity",
    "armed-force",
    "international-organisation",
    "party",
    "media",
    "group",
]
# What others belong to: the kinds whose code is a country's.
STATES: tuple[Kind, ...] = ("country", "polity")


def precedes(begin: str | None, end: str | None, *, or_meets: bool = False) -> bool:
    """Whether a beginning comes before an end, as an open one always does; or, when asked, falls together with it.

    Dates are compared as exactly as the less exact of them allows.
    """
    if begin is None or end is None:
        return True
    return _cut(begin, end) < _cut(end, begin) or (or_meets and _cut(begin, end) == _cut(end, begin))


@dataclass(frozen=True, slots=True)
class Office:
    """An office and its PLOVER sectors, the primary one first; `since` and `until` are EDTF dates, None an open end."""

    title: str
    country: str | None
    sectors: tuple[str, ...]
    since: str | None = None
    until: str | None = None

    def held_on(self, date: str) -> bool:
        """Whether it was held on an EDTF date; a date less exact than an end of the term counts as within."""
        return precedes(self.since, date, or_meets=True) and precedes(date, self.until, or_meets=True)

    def is_term_of(self, other: "Office") -> bool:
        """Whether both tell of one term: the same title and country (or none told), and times that overlap.

        A term that begins when another ends is another one.
        """
        if self.title.casefold() != other.title.casefold():
            return False
        if self.country and other.country and self.country != other.country:
            return False
        if self.since and other.since and _cut(self.since, other.since) == _cut(other.since, self.since):
            return True
        return precedes(self.since, other.until) and precedes(other.since, self.until)


def latest_country(offices: Iterable[Office]) -> str | None:
    """The country of the office taken up last, of those that tell one."""
    told = [office for office in offices if office.country]
    return max(told, key=lambda office: office.since or "").country if told else None


@dataclass(frozen=True, slots=True)
class Standing:
    """What a polity was for a time, and where that is written."""

    words: str
    since: str
    until: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One person, organisation, country or polity.

    `country` is ISO 3166-1 alpha-3, PLOVER's code of an international body, or the code of a polity of the registry.
    `source` says where it can be checked; `ids` are ids elsewhere, each with its scheme (`wikidata`, `Q42`). A polity's
    `fold` is the state that PLOVER folds it into, `called` its names as each side says them.
    """

    id: str
    name: str
    kind: Kind
    country: str | None = None
    sectors: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    source: str = ""
    fold: str | None = None
    is_breakaway: bool = False
    standing: tuple[Standing, ...] = ()
    claimants: tuple[str, ...] = ()
    recognition: str = ""
    called: tuple[tuple[str, tuple[str, ...]], ...] = ()
    ids: tuple[tuple[str, str], ...] = ()

    def office_on(self, date: str | None) -> Office | None:
        """The office held on a date, the latest begun where there are several; None without a date."""
        if date is None:
            return None
        held = [office for office in self.offices if office.held_on(date)]
        return max(held, key=lambda office: office.since or "", default=None)

    def is_former_on(self, date: str | None) -> bool:
        """Whether every office of a date before was given up by then, and none is held."""
        if date is None or self.office_on(date) is not None:
            return False
        return any(office.until and precedes(office.until, date, or_meets=True) for office in self.offices)


def _cut(date: str, other: str) -> str:
    """A date as exact as the less exact of two."""
    return date[: min(len(date), len(other))]

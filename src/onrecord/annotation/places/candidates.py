"""What a name of a place may mean, each with how likely it is before anything else of the document is known."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.annotation.places.names import Name
from onrecord.annotation.places.words import KINDS_OF_AREA
from onrecord.codebooks.gazetteer import Area, Called, Division, load_extents
from onrecord.codebooks.registry import Entry
from onrecord.record import PlaceKind

# Likelihoods are powers of ten of people: a town's are its own.
STATE = 8.0
REGION = 7.0
DIVISION = 4.8
SECOND_ORDER = 3.5
# States whose divisions world news calls by name.
OF_RENOWN = frozenset("USA CAN AUS IND BRA DEU MEX UKR RUS CHN".split())
RENOWN = 1.2
CAPITAL = 1.0
# Another name of a town, twice that of a small one: news has few of them.
OTHER_NAME = -0.7
OTHERWISE_KNOWN = 50_000
ADMINISTERED = 1.5
FEWEST = 100
SMALL, LARGE = 3_000, 500_000
# A town reaches as far as its people need: 12 km for a million, 1.2 km for ten thousand, never less than a kilometre.
KM_PER_ROOT = 0.012
UNKNOWN_KM = 5.0
# GeoNames' codes of Canada's provinces, and ISO's.
PROVINCES = {
    "01": "AB", "02": "BC", "03": "MB", "04": "NB", "05": "NL", "07": "NS", "08": "ON", "09": "PE", "10": "QC",
    "11": "SK", "12": "YT", "13": "NT", "14": "NU",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing that a name may mean, in the fields of the record's Place, and what speaks for it.

    `at` is where it, or the town it is named after, lies; only a point's own is written into the record. `division` is
    the ISO code of the first-order division that a town lies in, known for the United States and Canada.
    """

    name: str
    kind: PlaceKind
    countries: tuple[str, ...] = ()
    feature: str | None = None
    at: tuple[float, float] | None = None
    geonames: int | None = None
    precision_km: float | None = None
    iso: str | None = None
    near: int | None = None
    division: str | None = None
    population: int = 0
    is_major: bool = False
    prior: float = 0.0

    @property
    def country(self) -> str | None:
        """The one country that it lies in."""
        return self.countries[0] if self.countries else None

    @property
    def is_state(self) -> bool:
        """Whether it is a whole country or polity."""
        return self.feature in ("PCLI", "PCLD", "PCL")

    def contains(self, other: "Candidate") -> bool:
        """Whether another thing lies in this one, by all that is known of both."""
        if other is self or other.country is None or other.is_state or other.country not in self.countries:
            return False
        if self.is_state:
            return True
        if self.kind == "point":
            return False
        return self.iso is None or other.division is None or other.division == self.iso


def candidates_of(name: Name) -> list[Candidate]:
    """What a name may mean."""
    plain = list(_plain(name))
    if name.area_word is None:
        return plain
    feature, radius = KINDS_OF_AREA[name.area_word]
    words = " ".join(name.words.split())
    administered = {each.country for each in plain if each.iso is not None} if feature.startswith("ADM") else set()
    found = [
        _as_area(each, words, feature, radius)
        for each in plain
        if each.iso is not None or each.is_state or each.country not in administered
    ]
    return found or [Candidate(words, "area", feature=feature)]


def _plain(name: Name) -> Iterator[Candidate]:
    if name.state is not None:
        yield _of_state(name.state)
    if name.area is not None and name.state is None:
        yield _of_area(name.area)
    for division in name.divisions:
        candidate = _of_division(division)
        if name.area_word is None and _has_seat(name, division.country):
            candidate = replace(candidate, prior=SECOND_ORDER - 1)
        yield candidate
    # What areas.tsv says a bare name is, it is, not the town of that name in it: `Gaza`.
    inside = name.area.countries if name.area is not None and name.area_word is None else ()
    yield from (_of_town(called) for called in name.towns if called.town.country not in inside)


def _has_seat(name: Name, country: str) -> bool:
    """Whether a town of the same country and name is what a division's bare name means: `Kidal`, not `Kansas`."""
    least = LARGE if country == "USA" else SMALL
    return any(each.is_own and each.town.country == country and each.town.population >= least for each in name.towns)


def _as_area(plain: Candidate, words: str, feature: str, radius: float | None) -> Candidate:
    """An area named after what has a name: a division itself, or around a town, or of a state."""
    if plain.iso is not None:
        return replace(plain, prior=plain.prior + ADMINISTERED) if feature.startswith("ADM") else plain
    near = plain.geonames if plain.kind == "point" else None
    return replace(
        plain,
        name=words,
        kind="area",
        feature=feature,
        geonames=None,
        near=near,
        precision_km=radius if near is not None else None,
    )


def _of_state(entry: Entry) -> Candidate:
    extent = load_extents().get(entry.id)
    codes = tuple(dict.fromkeys(code for code in (entry.country, entry.fold) if code))
    if extent is None:
        return Candidate(entry.name, "area", codes, "PCL", prior=STATE)
    return Candidate(entry.name, "area", codes, extent.feature, None, extent.geonames, extent.radius_km, prior=STATE)


def _of_area(area: Area) -> Candidate:
    return Candidate(area.name, "area", area.countries, area.feature, precision_km=area.radius_km, prior=REGION)


def _of_division(division: Division) -> Candidate:
    prior = SECOND_ORDER if division.is_second_order else DIVISION + (division.country in OF_RENOWN) * RENOWN
    feature = "ADM2" if division.is_second_order else "ADM1"
    return Candidate(division.name, "area", (division.country,), feature, iso=division.iso, prior=prior)


def _of_town(called: Called) -> Candidate:
    town = called.town
    other = 0.0 if called.is_own else OTHER_NAME if town.population >= OTHERWISE_KNOWN else 2 * OTHER_NAME
    prior = math.log10(max(town.population, FEWEST)) + town.is_capital * CAPITAL + other
    if town.geonames is None:
        # What our own file names is known for it.
        prior = math.log10(50_000)
    return Candidate(
        name=town.name,
        kind="point",
        countries=(town.country,),
        feature="PPLC" if town.is_capital else "PPL",
        at=(town.lat, town.lon),
        geonames=town.geonames,
        precision_km=_reach(town.population),
        division=_division(town.country, town.admin1),
        population=town.population,
        is_major=town.is_major,
        prior=prior,
    )


def _reach(population: int) -> float:
    return max(1.0, round(KM_PER_ROOT * math.sqrt(population), 1)) if population else UNKNOWN_KM


def _division(country: str, admin1: str) -> str | None:
    if country == "USA":
        return f"US-{admin1}"
    return f"CA-{PROVINCES[admin1]}" if country == "CAN" and admin1 in PROVINCES else None

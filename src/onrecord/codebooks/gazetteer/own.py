"""What GeoNames' towns and ISO's subdivisions lack: towns.tsv and areas.tsv."""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from onrecord.codebooks.gazetteer.entries import Area, Town
from onrecord.codebooks.gazetteer.names import key_of

DATA = files("onrecord.codebooks.gazetteer")


def rows(name: str) -> Iterator[list[str]]:
    """The rows of one of the files, without its comments."""
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield [cell.strip() for cell in line.split("\t")]


def digest(*names: str) -> str:
    """A short digest of some of the files, by which what is made of them is told from others."""
    return hashlib.sha256(b"\0".join((DATA / name).read_bytes() for name in names)).hexdigest()[:8]


@cache
def load_towns() -> dict[Town, tuple[str, ...]]:
    """The towns that GeoNames' list lacks, each with its names; without a number of GeoNames."""
    found = {}
    for number, names, country, lat, lon, *_ in rows("towns.tsv"):
        if not number:
            known = _parts(names)
            found[Town(None, known[0], country, "", float(lat), float(lon), 0, is_major=True)] = known
    return found


def town_names() -> Iterator[tuple[str, int]]:
    """Further names of towns that GeoNames has, each with the town's number."""
    for number, names, *_ in rows("towns.tsv"):
        if number:
            yield from ((name, int(number)) for name in _parts(names))


@cache
def load_areas() -> dict[str, Area]:
    """The areas of areas.tsv by folded name."""
    found: dict[str, Area] = {}
    for names, countries, feature, radius, *_ in rows("areas.tsv"):
        known = _parts(names)
        area = Area(known[0], tuple(countries.split()), feature, float(radius) if radius else None)
        found |= dict.fromkeys(map(key_of, known), area)
    return found


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())

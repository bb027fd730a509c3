"""What the gazetteer holds: towns, which are points; divisions of states and other areas, which are none."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Town:
    """A populated place. `geonames` is None for one that only towns.tsv has; `population` 0 where nobody knows it.

    `country` is ISO 3166-1 alpha-3 as GeoNames has it (Stepanakert: AZE), `admin1` GeoNames' code of the first-order
    division, for the United States the state's two letters. `is_major` for a town of GeoNames' list of 15,000 people
    and more, which has small capitals too. Degrees are WGS 84.
    """

    geonames: int | None
    name: str
    country: str
    admin1: str
    lat: float
    lon: float
    population: int
    is_major: bool = False
    is_capital: bool = False


@dataclass(frozen=True, slots=True)
class Called:
    """A town and whether a name is the one that GeoNames puts first, not another name of it."""

    town: Town
    is_own: bool


@dataclass(frozen=True, slots=True)
class Division:
    """A subdivision of ISO 3166-2: its name, its country (alpha-3), its code, and whether it stands in another."""

    name: str
    country: str
    iso: str
    is_second_order: bool


@dataclass(frozen=True, slots=True)
class Area:
    """A land, sea or region of areas.tsv: no point. `feature` is GeoNames' code, `radius_km` of a circle as large.

    `countries` are those it lies in, the main one first; none for one of many (`the Sahel`).
    """

    name: str
    countries: tuple[str, ...]
    feature: str
    radius_km: float | None = None

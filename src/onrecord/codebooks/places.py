"""In which country a place lies: cities of GeoNames (15,000 people and more) and the subdivisions of ISO 3166-2."""

from functools import cache

from onrecord.codebooks.gazetteer import PlaceNames, load_gazetteer


@cache
def load_places() -> PlaceNames:
    """Names of cities and subdivisions, each to the alpha-3 code of its country; the largest city of a name wins."""
    return PlaceNames(load_gazetteer())

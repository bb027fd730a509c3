"""Where things lie, as data: towns of GeoNames with all their names, subdivisions of states, and lands without edges.

Looked up in an index on disk that is built once (keeping.py); towns.tsv and areas.tsv beside this file hold what
GeoNames' towns and ISO's subdivisions lack, and are meant to be read, and corrected, by political scientists.
"""

from onrecord.codebooks.gazetteer.countries import Extent, load_extents
from onrecord.codebooks.gazetteer.entries import Area, Called, Division, Town
from onrecord.codebooks.gazetteer.index import Gazetteer, PlaceNames, load_gazetteer
from onrecord.codebooks.gazetteer.names import plain_marks

__all__ = [
    "Area",
    "Called",
    "Division",
    "Extent",
    "Gazetteer",
    "PlaceNames",
    "Town",
    "load_extents",
    "load_gazetteer",
    "plain_marks",
]

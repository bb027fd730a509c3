"""Places: finds where the text says that something is, and settles which place of the gazetteer each one is.

`names` finds the names, `uses` tells places from what acts under a place's name, `candidates` and `choosing` say which
of several places of one name is meant, `finding` runs them; `events` says where an event takes place.
"""

from onrecord.annotation.places.events import place_of
from onrecord.annotation.places.finding import PlaceFinder, find_places

__all__ = ["PlaceFinder", "find_places", "place_of"]

"""How a name names an entry."""

from dataclasses import dataclass
from typing import Literal

from onrecord.codebooks.registry.entries import Entry

Sense = Literal["name", "demonym", "seat"]


@dataclass(frozen=True, slots=True)
class Named:
    """An entry and the sense in which a name is its own: a name, a word for its people, or its seat of power."""

    entry: Entry
    sense: Sense

"""A reason to take two events for tellings of one happening, or not to."""

from dataclasses import dataclass

EXCLUDES = -0.6
"""A reason as heavy as this shows that both are two, whatever else they share."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that both share or differ in: its weight, below 0 what speaks against, and the reason in words.

    `is_particular` is what few happenings share: a town, who or what was hit, a number; not a country, a day, a kind.
    """

    weight: float
    words: str
    is_particular: bool = False

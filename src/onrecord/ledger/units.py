"""Units: what is resolved as one thing, all entities of a profile or a single entity of which more is known."""

from dataclasses import dataclass

from onrecord.ledger.portraits import Portrait
from onrecord.ledger.profiles import Profile

# The number of a profile, and that of an entity where it stands by itself, else 0.
UnitId = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Unit:
    """Entities of one profile that are resolved together.

    `order` puts units in one order whatever was filed first. `days` are those of the documents that tell its office, as
    far as they can matter; `documents` those in which others stand with whom it could be one.
    """

    id: UnitId
    profile: Profile
    order: tuple[str, ...]
    days: frozenset[str] = frozenset()
    documents: frozenset[int] = frozenset()

    @property
    def is_single(self) -> bool:
        """Whether it is one entity, of which something is judged or stands against it."""
        return self.id[1] > 0

    def portray(self) -> Portrait:
        """All that is known of it; made anew each time, to be added to."""
        portrait = self.profile.portrait.copy()
        office = self.profile.office
        if office is not None:
            portrait.tenures = {(office, day) for day in self.days}
        portrait.documents = set(self.documents)
        return portrait

"""Who else stands in the same documents, as a reason for two being one."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, func, select

from onrecord.ledger.entities import in_parts
from onrecord.ledger.identities import Identity, load_identities
from onrecord.ledger.tables import documents, entities, profiles

SHARED = 0.05
MOST_SHARED = 2
NAMES_COUNTRY = 0.1
# Whoever stands in more than this share of the documents says nothing about two of them.
COMMON = 0.2
FEW_DOCUMENTS = 10
MOST_WEIGHT = NAMES_COUNTRY + MOST_SHARED * SHARED


class Surroundings:
    """Of some identities, who is named in the same documents."""

    def __init__(self, connection: Connection, identities: Sequence[Identity]) -> None:
        self._connection = connection
        self._present: dict[int, set[int]] = defaultdict(set)
        self._states: dict[int, set[str]] = defaultdict(set)
        self._documents: dict[int, set[int]] = defaultdict(set)
        numbers = [identity.number for identity in identities]
        for document, identity, is_named, kind, country in self._rows(numbers):
            self._documents[identity].add(document)
            if is_named:
                self._present[document].add(identity)
                if kind in ("country", "polity") and country:
                    self._states[document].add(country)
        self._extents = self._count({each for present in self._present.values() for each in present})
        total: int = connection.execute(select(func.count()).select_from(documents)).scalar_one()
        self._most = max(FEW_DOCUMENTS, COMMON * total)
        self._around: dict[int, set[int]] = {}

    def weigh(self, one: Identity, other: Identity) -> tuple[tuple[str, ...], float]:
        """(reasons, weight) of what the documents of two share, and whether one's name the other's country."""
        reasons: list[str] = []
        weight = 0.0
        for here, there in ((one, other), (other, one)):
            named = there.countries and not here.countries and self._states_around(here)
            if named and named & set(there.countries):
                country = min(named & set(there.countries))
                reasons.append(f"a document of one names the other's country: {country}")
                weight = NAMES_COUNTRY
        around = (self._telling(one.number) & self._telling(other.number)) - {one.number, other.number}
        names = self._rarest(around)
        if names:
            reasons.append(f"both in documents about {' and '.join(names)}")
            weight += SHARED * len(names)
        return tuple(reasons), weight

    def _rarest(self, around: set[int]) -> list[str]:
        """The names of those who stand in fewest documents."""
        ordered = sorted(around, key=lambda number: self._extents[number])
        edge = self._extents[ordered[MOST_SHARED - 1]] if len(ordered) >= MOST_SHARED else None
        likely = [number for number in ordered if edge is None or self._extents[number] <= edge]
        # Names are looked up for the few that could be told, to choose among equals by them.
        named = load_identities(self._connection, likely) if likely else []
        told = sorted(named, key=lambda each: (self._extents[each.number], each.name, each.key))
        return [each.name for each in told[:MOST_SHARED]]

    def _telling(self, number: int) -> set[int]:
        """Who is named beside an identity, those left out who are named everywhere."""
        if number not in self._around:
            beside: set[int] = set().union(*(self._present.get(each, ()) for each in self._documents[number]))
            self._around[number] = {each for each in beside if self._extents[each] <= self._most}
        return self._around[number]

    def _states_around(self, identity: Identity) -> set[str]:
        return set().union(*(self._states.get(each, ()) for each in self._documents[identity.number]))

    def _rows(self, numbers: Sequence[int]) -> Iterable[tuple[int, int, bool, str, str | None]]:
        """(document, identity, whether it is named, type, country) of every entity of their documents."""
        stand_in: set[int] = set()
        for some in in_parts(numbers):
            query = select(entities.c.document).where(entities.c.identity.in_(some)).distinct()
            stand_in |= set(self._connection.execute(query).scalars())
        for some in in_parts(sorted(stand_in)):
            beside = (
                select(
                    entities.c.document, entities.c.identity, profiles.c.names != "[]", profiles.c.type,
                    profiles.c.country,
                )
                .join(profiles, profiles.c.number == entities.c.profile)
                .where(entities.c.document.in_(some))
            )  # fmt: skip
            yield from self._connection.execute(beside).all()

    def _count(self, numbers: set[int]) -> dict[int, int]:
        """In how many documents of the whole ledger some identities stand."""
        found: dict[int, int] = {}
        for some in in_parts(sorted(numbers)):
            query = select(entities.c.identity, func.count(entities.c.document.distinct()))
            query = query.where(entities.c.identity.in_(some)).group_by(entities.c.identity)
            found |= dict(self._connection.execute(query).all())
        return found

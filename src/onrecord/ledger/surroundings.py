"""Who else stands in the same documents, as a reason for two being one."""

from collections import defaultdict
from collections.abc import Sequence

from onrecord.ledger.identities import Identity

SHARED = 0.05
MOST_SHARED = 2
NAMES_COUNTRY = 0.1
# Whoever stands in more than this share of the documents says nothing about two of them.
COMMON = 0.2
FEW_DOCUMENTS = 10
MOST_WEIGHT = NAMES_COUNTRY + MOST_SHARED * SHARED


class Surroundings:
    """Of each identity, by its number in the sequence, who is named in the same documents."""

    def __init__(self, identities: Sequence[Identity]) -> None:
        self._names = [identity.name for identity in identities]
        self._countries = [set(identity.countries) for identity in identities]
        self._documents = [identity.documents for identity in identities]
        self._present: dict[str, set[int]] = defaultdict(set)
        self._states: dict[str, set[str]] = defaultdict(set)
        for number, identity in enumerate(identities):
            for row in identity.entities:
                if row.is_named:
                    self._present[row.document].add(number)
                    if row.type in ("country", "polity") and row.country:
                        self._states[row.document].add(row.country)
        self._around: dict[int, set[int]] = {}

    def weigh(self, one: int, other: int) -> tuple[tuple[str, ...], float]:
        """(reasons, weight) of what the documents of two share, and whether one's name the other's country."""
        reasons: list[str] = []
        weight = 0.0
        for here, there in ((one, other), (other, one)):
            named = self._countries[there] and not self._countries[here] and self._states_around(here)
            if named and named & self._countries[there]:
                country = min(named & self._countries[there])
                reasons.append(f"a document of one names the other's country: {country}")
                weight = NAMES_COUNTRY
        around = (self._telling(one) & self._telling(other)) - {one, other}
        shared = sorted(around, key=lambda number: (len(self._documents[number]), self._names[number], number))
        if shared:
            names = [self._names[number] for number in shared[:MOST_SHARED]]
            reasons.append(f"both in documents about {' and '.join(names)}")
            weight += SHARED * len(names)
        return tuple(reasons), weight

    def _telling(self, number: int) -> set[int]:
        """Who is named beside an identity, those left out who are named everywhere."""
        if number not in self._around:
            most = max(FEW_DOCUMENTS, COMMON * len(self._present))
            beside = set().union(*(self._present.get(document, ()) for document in self._documents[number]))
            self._around[number] = {each for each in beside if len(self._documents[each]) <= most}
        return self._around[number]

    def _states_around(self, number: int) -> set[str]:
        return set().union(*(self._states.get(document, ()) for document in self._documents[number]))

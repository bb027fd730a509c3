"""Which happening each event of a newly filed document tells of: a known one, or a new one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product

from onrecord.ledger.happened import EventRow
from onrecord.ledger.happenings.evidence import THRESHOLD, Evidence, compare
from onrecord.ledger.happenings.sketches import Sketch, sketch_all

MOST_COMPARED = 12
"""Of a happening told more often, so many tellings are compared, the earliest."""
LEAST_MEAN = 0.4
"""What the comparisons of two groups must come to on average before they are one."""
MOST_EXCLUDED = 0.25
"""The share of them that may exclude it: a wrong day in one report does not part the rest."""


@dataclass(frozen=True, slots=True)
class Grouped:
    """New events that tell of one happening: a known one by its number, or a new one, None.

    `evidence` has, for each event, what it was joined by; None for the one that founds a happening.
    """

    rows: tuple[EventRow, ...]
    happening: int | None
    evidence: tuple[Evidence | None, ...]


@dataclass(slots=True)
class _Group:
    """Tellings that are one so far, by their places in the list, and the number of the happening if it is known."""

    members: list[int]
    happening: int | None = None
    joined_by: dict[int, Evidence] = field(default_factory=dict)


def assign(rows: Sequence[EventRow], known: Mapping[int, Sequence[EventRow]]) -> tuple[Grouped, ...]:
    """The new events in groups, each joined to the known happening that it fits best, or none.

    `known` are the happenings that share a key with one of `rows`, each with its tellings. The surest pairs are joined
    first, so that the order of the rows makes no difference; two groups become one only where their tellings agree as
    a whole. Known happenings are never put together: that is for people to judge.
    """
    return _Assignment(rows, known).groups()


class _Assignment:
    def __init__(self, rows: Sequence[EventRow], known: Mapping[int, Sequence[EventRow]]) -> None:
        new = sketch_all(sorted(rows, key=_order))
        self._new = len(new)
        self._tellings: list[Sketch] = new
        self._homes = [_Group([place]) for place in range(len(new))]
        for number in sorted(known):
            told = sorted(known[number], key=_order)[:MOST_COMPARED]
            group = _Group(list(range(len(self._tellings), len(self._tellings) + len(told))), number)
            self._tellings += sketch_all(told)
            self._homes += [group] * len(told)
        self._evidence = {
            (left, right): compare(self._tellings[left], self._tellings[right])
            for left, right in self._pairs_to_compare()
        }

    def groups(self) -> tuple[Grouped, ...]:
        likely = [(evidence, pair) for pair, evidence in self._evidence.items() if evidence.score >= THRESHOLD]
        for evidence, (left, right) in sorted(likely, key=lambda each: (-each[0].score, each[1])):
            one, other = self._homes[left], self._homes[right]
            if one is not other and self._agree(one, other):
                self._join(one, other, evidence, left, right)
        found = {id(home): home for home in self._homes[: self._new]}
        return tuple(self._grouped(group) for group in found.values())

    def _pairs_to_compare(self) -> list[tuple[int, int]]:
        new = range(self._new)
        return [*combinations(new, 2), *((one, old) for old in range(self._new, len(self._tellings)) for one in new)]

    def _agree(self, one: _Group, other: _Group) -> bool:
        """Whether the tellings of both fit as a whole.

        Those that only refer back are not asked, and of events of one clause the best fitting speaks for all.
        """
        if one.happening is not None and other.happening is not None:
            return False
        found: dict[tuple[object, object], Evidence] = {}
        for left, right in product(one.members, other.members):
            if self._tellings[left].stands_alone and self._tellings[right].stands_alone:
                clauses = self._tellings[left].clause, self._tellings[right].clause
                evidence = self._evidence[min(left, right), max(left, right)]
                found[clauses] = max(found.get(clauses, evidence), evidence, key=_fit)
        scores = [each.score for each in found.values() if not each.is_excluded]
        excluded = len(found) - len(scores)
        return excluded <= MOST_EXCLUDED * len(found) and sum(scores) >= LEAST_MEAN * len(scores)

    def _join(self, one: _Group, other: _Group, evidence: Evidence, left: int, right: int) -> None:
        if one.happening is None and (other.happening is not None or other.members[0] < one.members[0]):
            one, other, left, right = other, one, right, left
        # What stays is the group told first; the other one's tellings come to it by the pair that joined them.
        one.members += other.members
        one.joined_by |= other.joined_by
        one.joined_by[right] = evidence
        for place in other.members:
            self._homes[place] = one
            one.joined_by.setdefault(place, evidence)

    def _grouped(self, group: _Group) -> Grouped:
        members = sorted(place for place in group.members if place < self._new)
        return Grouped(
            tuple(self._tellings[place].row for place in members),
            group.happening,
            tuple(group.joined_by.get(place) for place in members),
        )


def _order(row: EventRow) -> tuple[str, str, int, str]:
    return row.published or "9999", row.document, row.start, row.event


def _fit(evidence: Evidence) -> tuple[bool, float]:
    return not evidence.is_excluded, evidence.score

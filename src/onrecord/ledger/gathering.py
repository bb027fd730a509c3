"""Units gathered into identities by the links between them.

Links are put in one by one, the strongest first: judgements `one` from the newest to the oldest, then what the registry
says, then names by their score. A link that would join two who are judged `two` is left out, whoever they would be
joined through; so of all links on a path between the two the weakest gives way. A link by name is also left out where
it would put together what contradicts itself: two named apart in one document, different countries or given names.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.ledger.evidence import contradict
from onrecord.ledger.links import UnitLink
from onrecord.ledger.portraits import Portrait
from onrecord.ledger.units import Unit, UnitId


@dataclass(frozen=True, slots=True)
class Group:
    """Units that are one, in their order, and the links that make them so."""

    units: tuple[Unit, ...]
    links: tuple[UnitLink, ...]


def gather(units: Sequence[Unit], links: Iterable[UnitLink], apart: Iterable[tuple[UnitId, UnitId]]) -> list[Group]:
    """The units in groups by the links, which come the strongest first, `apart` being pairs that are two."""
    groups = _Groups(units, apart)
    used = [link for link in links if groups.join(link)]
    together: dict[UnitId, tuple[list[Unit], list[UnitLink]]] = {}
    for unit in units:
        together.setdefault(groups.root(unit.id), ([], []))[0].append(unit)
    for link in used:
        together[groups.root(link.left.id)][1].append(link)
    return [Group(tuple(members), tuple(between)) for members, between in together.values()]


class _Groups:
    """Units as they come together: a forest in which each group knows whom it must not meet."""

    def __init__(self, units: Sequence[Unit], apart: Iterable[tuple[UnitId, UnitId]]) -> None:
        self._units = {unit.id: unit for unit in units}
        self._above: dict[UnitId, UnitId] = {}
        self._portraits: dict[UnitId, Portrait] = {}
        self._sizes: dict[UnitId, int] = {}
        self._refused: dict[UnitId, set[UnitId]] = {}
        for left, right in apart:
            self._refused.setdefault(left, set()).add(right)
            self._refused.setdefault(right, set()).add(left)

    def root(self, unit: UnitId) -> UnitId:
        """The unit that stands for a group."""
        path = list(self._up(unit))
        for each in path[:-1]:
            self._above[each] = path[-1]
        return path[-1]

    def join(self, link: UnitLink) -> bool:
        """Joins two groups unless they must stay apart; whether they are one now. Who is one already stays so."""
        left, right = self.root(link.left.id), self.root(link.right.id)
        if left == right:
            return link.rule == "judgement"
        if self._are_refused(left, right) or (link.rule == "name" and self._contradict(left, right)):
            return False
        big, small = sorted((left, right), key=lambda root: (-self._sizes.get(root, 1), root))
        self._above[small] = big
        self._sizes[big] = self._sizes.get(big, 1) + self._sizes.pop(small, 1)
        self._portrait(big).absorb(self._portrait(small))
        del self._portraits[small]
        self._refused.setdefault(big, set()).update(self._refused.pop(small, ()))
        return True

    def _are_refused(self, left: UnitId, right: UnitId) -> bool:
        fewer, other = sorted((left, right), key=lambda root: len(self._refused.get(root, ())))
        return any(self.root(each) == other for each in self._refused.get(fewer, ())) or any(
            self.root(each) == fewer for each in self._refused.get(other, ())
        )

    def _contradict(self, left: UnitId, right: UnitId) -> bool:
        return contradict(self._portrait(left), self._portrait(right))

    def _portrait(self, root: UnitId) -> Portrait:
        if root not in self._portraits:
            self._portraits[root] = self._units[root].portray()
        return self._portraits[root]

    def _up(self, unit: UnitId) -> Iterator[UnitId]:
        yield unit
        while unit in self._above:
            unit = self._above[unit]
            yield unit

"""Identities: the entities of all documents, those that are one together.

Links are put in one by one, the strongest first: judgements `one` from the newest to the oldest, then what the registry
says, then names by their score. A link that would join two who are judged `two` is left out, whoever they would be
joined through; so of all links on a path between the two the weakest gives way. A link by name is also left out where
it would put together what contradicts itself: two named apart in one document, different countries or given names.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.codebooks.personal_names import parse_name
from onrecord.ledger.entities import EntityId, EntityRow
from onrecord.ledger.evidence import contradict
from onrecord.ledger.links import Link
from onrecord.ledger.portraits import Portrait, portray


@dataclass(frozen=True, slots=True)
class Identity:
    """Entities of one or more documents that are one, the oldest first, and the links that make them so."""

    entities: tuple[EntityRow, ...]
    links: tuple[Link, ...]

    @property
    def key(self) -> str:
        """A short name for it: that of its first entity."""
        return self.entities[0].key

    @property
    def name(self) -> str:
        """What it is called most often; of names equally common one without a title, then the longer."""
        counts = Counter(row.name for row in self.entities)
        return max(counts, key=lambda name: (counts[name], not parse_name(name).titles, len(name), name))

    @property
    def names(self) -> tuple[str, ...]:
        """Every name by which a text calls it, the commonest first."""
        counts = Counter(name for row in self.entities for name in dict.fromkeys((row.name, *row.names)))
        return tuple(sorted(counts, key=lambda name: (-counts[name], name)))

    @property
    def type(self) -> str:
        """Its type in most documents."""
        return Counter(row.type for row in self.entities).most_common(1)[0][0]

    @property
    def registry(self) -> str | None:
        """Its entry in the registry, if one of its entities has one."""
        return next((row.registry for row in self.entities if row.registry), None)

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries that it belongs to."""
        return tuple(sorted({row.country for row in self.entities if row.country}))

    @property
    def sectors(self) -> tuple[str, ...]:
        """The PLOVER sectors that it belongs to."""
        return tuple(sorted({row.sector for row in self.entities if row.sector}))

    @property
    def roles(self) -> tuple[tuple[str | None, str], ...]:
        """(date, role) wherever the role is another than before, the oldest first."""
        found: list[tuple[str | None, str]] = []
        for row in self.entities:
            if row.role and (not found or found[-1][1] != row.role):
                found.append((row.published, row.role))
        return tuple(found)

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents that it stands in."""
        return tuple(dict.fromkeys(row.document for row in self.entities))

    @property
    def statements(self) -> int:
        """Of how many statements it is the source."""
        return sum(row.statements for row in self.entities)


@dataclass(frozen=True, slots=True)
class Gathering:
    """Identities, and the judgements `one` among the links that others kept out."""

    identities: tuple[Identity, ...]
    held_back: tuple[Link, ...]


def gather(rows: Sequence[EntityRow], links: Iterable[Link], apart: Iterable[tuple[EntityId, EntityId]]) -> Gathering:
    """The rows as identities by the links, which come the strongest first, `apart` being pairs that are two."""
    groups = _Groups(rows, apart)
    used: list[Link] = []
    held_back: list[Link] = []
    for link in links:
        if groups.join(link):
            used.append(link)
        elif link.rule == "judgement":
            held_back.append(link)
    together: dict[EntityId, tuple[list[EntityRow], list[Link]]] = {}
    for row in rows:
        together.setdefault(groups.root(row.id), ([], []))[0].append(row)
    for link in used:
        together[groups.root(link.left.id)][1].append(link)
    identities = tuple(Identity(tuple(members), tuple(between)) for members, between in together.values())
    return Gathering(identities, tuple(held_back))


class _Groups:
    """Entities as they come together: a forest in which each group knows whom it must not meet."""

    def __init__(self, rows: Sequence[EntityRow], apart: Iterable[tuple[EntityId, EntityId]]) -> None:
        self._rows = {row.id: row for row in rows}
        self._above: dict[EntityId, EntityId] = {}
        self._portraits: dict[EntityId, Portrait] = {}
        self._sizes: dict[EntityId, int] = {}
        self._refused: dict[EntityId, set[EntityId]] = {}
        for left, right in apart:
            self._refused.setdefault(left, set()).add(right)
            self._refused.setdefault(right, set()).add(left)

    def root(self, entity: EntityId) -> EntityId:
        """The entity that stands for a group."""
        path = list(self._up(entity))
        for each in path[:-1]:
            self._above[each] = path[-1]
        return path[-1]

    def join(self, link: Link) -> bool:
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

    def _are_refused(self, left: EntityId, right: EntityId) -> bool:
        fewer, other = sorted((left, right), key=lambda root: len(self._refused.get(root, ())))
        return any(self.root(each) == other for each in self._refused.get(fewer, ())) or any(
            self.root(each) == fewer for each in self._refused.get(other, ())
        )

    def _contradict(self, left: EntityId, right: EntityId) -> bool:
        return contradict(self._portrait(left), self._portrait(right))

    def _portrait(self, root: EntityId) -> Portrait:
        if root not in self._portraits:
            self._portraits[root] = portray(self._rows[root])
        return self._portraits[root]

    def _up(self, entity: EntityId) -> Iterator[EntityId]:
        yield entity
        while entity in self._above:
            entity = self._above[entity]
            yield entity

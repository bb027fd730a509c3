"""Identities: the entities of all documents, those that are one together."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from onrecord.codebooks.personal_names import parse_name
from onrecord.ledger.components import load_profiles
from onrecord.ledger.entities import EntityRow, in_order, in_parts, load_entities
from onrecord.ledger.evidence import weigh
from onrecord.ledger.links import Rule
from onrecord.ledger.tables import links


@dataclass(frozen=True, slots=True)
class Link:
    """That two entities, and all those like them, are one: by which rule and why, and by the judgement of a number."""

    left: EntityRow
    right: EntityRow
    rule: Rule
    reasons: tuple[str, ...]
    score: float = 1.0
    judgement: int | None = None


@dataclass(frozen=True, slots=True)
class Identity:
    """Entities of one or more documents that are one, the oldest first, and the links that make them so.

    `number` is the ledger's own name for it at this moment; `key` is the one for people.
    """

    number: int = field(compare=False)
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


def load_identities(connection: Connection, numbers: Iterable[int] | None = None) -> list[Identity]:
    """Some identities by their numbers, or all; in the order of their first entities."""
    members: dict[int, list[EntityRow]] = defaultdict(list)
    for row in load_entities(connection, identities=numbers):
        members[row.identity].append(row)
    between = _load_links(connection, members)
    found = [Identity(number, tuple(rows), tuple(between[number])) for number, rows in members.items()]
    return sorted(found, key=lambda identity: in_order(identity.entities[0]))


def _load_links(connection: Connection, members: dict[int, list[EntityRow]]) -> dict[int, list[Link]]:
    """The links of each identity: those between profiles and single entities, then those of entities alike."""
    found: dict[int, list[Link]] = {number: [] for number in members}
    several = [number for number, rows in members.items() if len(rows) > 1]
    for some in in_parts(several):
        query = select(links).where(links.c.identity.in_(some)).order_by(links.c.identity, links.c.place)
        for row in connection.execute(query):
            left = _first(members[row.identity], row.left_profile, row.left_entity)
            right = _first(members[row.identity], row.right_profile, row.right_entity)
            reasons = tuple(json.loads(row.reasons))
            found[row.identity].append(Link(left, right, row.rule, reasons, row.score, row.judgement))
    for number in several:
        found[number] += _alike(connection, members[number])
    return found


def _first(rows: Sequence[EntityRow], profile: int, entity: int) -> EntityRow:
    """The first entity that an end of a link means."""
    return next(row for row in rows if row.number == entity or (not entity and row.profile == profile))


def _alike(connection: Connection, rows: Sequence[EntityRow]) -> Iterator[Link]:
    """A link for each profile of which there are several entities: that of the second to the first."""
    by_profile: dict[int, list[EntityRow]] = defaultdict(list)
    for row in rows:
        by_profile[row.profile].append(row)
    known = load_profiles(connection, [number for number, alike in by_profile.items() if len(alike) > 1])
    for number, profile in sorted(known.items()):
        first, second, *_ = by_profile[number]
        if profile.registry is not None:
            yield Link(first, second, "registry", (f"same registry entry: {profile.registry}",))
        elif profile.can_be_linked:
            evidence = weigh(profile.portrait, profile.portrait)
            yield Link(first, second, "name", evidence.reasons, evidence.score)

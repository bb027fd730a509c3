"""Resolution: which entities of all documents are one, as far as rules are certain and people have judged.

Everything but the judgements is derived from the current codings, each time anew; what a rule decides is never stored.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TypeVar

from onrecord.codebooks.personal_names import Name, compare, parse_name
from onrecord.errors import LedgerError
from onrecord.ledger.attachment import Attachment, attach
from onrecord.ledger.candidates import Candidate, find_candidates
from onrecord.ledger.entities import EntityRow, load_entities
from onrecord.ledger.identities import Gathering, Identity, gather
from onrecord.ledger.judgements import Judgement, load_judgements, standing
from onrecord.ledger.links import find_links
from onrecord.ledger.portraits import plain_title

Keyed = TypeVar("Keyed", EntityRow, Candidate)

# How well an asked name fits.
KEY, SAME, POSSIBLE, GIVEN_ONLY = 4, 3, 2, 1
SHORTEST_KEY = 6


class Resolution:
    """The entities and judgements of a ledger at one moment, and what follows from them."""

    def __init__(self, rows: Sequence[EntityRow], judgements: Sequence[Judgement]) -> None:
        self.rows = rows
        self.judgements = judgements

    @classmethod
    def of(cls, connection: sqlite3.Connection) -> "Resolution":
        """The resolution of a ledger as it is now."""
        return cls(load_entities(connection), load_judgements(connection))

    @cached_property
    def attachment(self) -> Attachment:
        """The judgements in force, tied to the entities."""
        return attach(standing(self.judgements), self.rows)

    @cached_property
    def gathering(self) -> Gathering:
        """The identities, and the judgements `one` that others hold back."""
        links = [*self.attachment.links, *find_links(self.rows)]
        return gather(self.rows, links, self.attachment.apart)

    @cached_property
    def candidates(self) -> list[Candidate]:
        """All candidates, the best first."""
        return find_candidates(self.gathering.identities, self.attachment.apart)

    def candidates_of(self, name: str) -> list[Candidate]:
        """The candidates of whoever a name fits, the best first."""
        keys = {identity.key for identity in self.who(name)}
        identities = self.gathering.identities
        among = {number for number, identity in enumerate(identities) if identity.key in keys}
        return find_candidates(identities, self.attachment.apart, among)

    def who(self, name: str) -> list[Identity]:
        """The identities that a name, a registry id or a key fits best, those with most statements first.

        Several words find who bears just this name, and only if nobody does those whose name it could be too; one word
        finds all whose name or family name it is.
        """
        fitting = [(_fitness(identity, name), identity) for identity in self.gathering.identities]
        best = max((fitness for fitness, _ in fitting), default=0)
        least = POSSIBLE if best == SAME and len(name.split()) == 1 else best
        found = [identity for fitness, identity in fitting if fitness >= max(least, GIVEN_ONLY)]
        return sorted(found, key=lambda identity: (-identity.statements, identity.name, identity.key))

    def entity(self, key: str) -> EntityRow:
        """The entity of a key, or of its beginning. Raises LedgerError where there is none, or several."""
        return _only(self.rows, key, "entity", "onrecord who NAME shows them")

    def candidate(self, key: str) -> Candidate:
        """The candidate of a key, or of its beginning. Raises LedgerError where there is none, or several."""
        return _only(self.candidates, key, "candidate", "list them anew with: onrecord same list")


def _only(items: Iterable[Keyed], key: str, kind: str, advice: str) -> Keyed:
    found = [item for item in items if item.key.startswith(key)] if key else []
    if len(found) != 1:
        raise LedgerError(f"{'more than one' if found else 'no'} {kind} has a key that begins with {key!r}; {advice}")
    return found[0]


def _fitness(identity: Identity, name: str) -> int:
    """How well a name fits."""
    if identity.registry == name or (
        len(name) >= SHORTEST_KEY and any(row.key.startswith(name) for row in identity.entities)
    ):
        return KEY
    called = dict.fromkeys(each for row in identity.entities if row.is_named for each in (row.name, *row.names))
    if identity.type != "person":
        return max((_fitness_of_title(each, plain_title(name)) for each in called), default=0)
    asked = parse_name(name)
    return max((_fitness_of_name(asked, each) for each in called), default=0)


def _fitness_of_title(title: str, wanted: str) -> int:
    words = plain_title(title).split()
    if wanted.split() == words:
        return SAME
    return POSSIBLE if wanted and set(wanted.split()) <= set(words) else 0


def _fitness_of_name(asked: Name, name: str) -> int:
    found = compare(asked, name)
    if found.agreement == "same":
        return SAME
    if found.agreement == "different":
        return 0
    return GIVEN_ONLY if found.reason == "same given name only" else POSSIBLE

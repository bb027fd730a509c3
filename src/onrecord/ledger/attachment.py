"""Judgements tied to the entities of the current codings, which may be other than those that were judged."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.ledger.entities import Address, EntityId, EntityRow, find_entity
from onrecord.ledger.judgements import Judgement
from onrecord.ledger.links import Link


@dataclass(frozen=True, slots=True)
class Attached:
    """A judgement on two entities as they are coded now."""

    judgement: Judgement
    left: EntityRow
    right: EntityRow

    @property
    def pair(self) -> frozenset[EntityId]:
        """The two, whichever stands left."""
        return frozenset({self.left.id, self.right.id})


@dataclass(frozen=True, slots=True)
class Resting:
    """A judgement that says nothing now, since no current coding has what it is about; it may wake with another."""

    judgement: Judgement
    reason: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """The judgements in force: those that speak of entities of current codings, and those that rest."""

    attached: tuple[Attached, ...]
    resting: tuple[Resting, ...]

    @property
    def links(self) -> list[Link]:
        """The judgements `one` as links, the newest first."""
        return [
            Link(each.left, each.right, "judgement", (each.judgement.why,), judgement=each.judgement.number)
            for each in reversed(self.attached)
            if each.judgement.verdict == "one"
        ]

    @property
    def apart(self) -> list[tuple[EntityId, EntityId]]:
        """The pairs judged `two`."""
        return [(each.left.id, each.right.id) for each in self.attached if each.judgement.verdict == "two"]


def attach(judgements: Sequence[Judgement], rows: Sequence[EntityRow]) -> Attachment:
    """Ties the judgements to the rows; of several on one pair the last counts."""
    by_document: dict[str, list[EntityRow]] = defaultdict(list)
    for row in rows:
        by_document[row.document].append(row)
    last: dict[frozenset[EntityId], Attached] = {}
    resting = []
    for judgement in judgements:
        left, right = (_find(by_document, address) for address in (judgement.left, judgement.right))
        if left is None or right is None:
            gone = judgement.left if left is None else judgement.right
            assert gone is not None, "only an undoing names no entities"
            message = f"the current coding of {gone.document} mentions nobody where {gone.name!r} stood"
            resting.append(Resting(judgement, message))
        elif left is right:
            resting.append(Resting(judgement, "the current coding has one entity where two were judged"))
        else:
            attached = Attached(judgement, left, right)
            last.pop(attached.pair, None)
            last[attached.pair] = attached
    return Attachment(tuple(last.values()), tuple(resting))


def _find(by_document: dict[str, list[EntityRow]], address: Address | None) -> EntityRow | None:
    return find_entity(by_document.get(address.document, []), address) if address is not None else None

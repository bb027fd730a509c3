"""Judgements tied to the entities of the current codings, which may be other than those that were judged.

What is tied is kept as rows, so that a new document asks only for the judgements on itself.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, or_, select

from onrecord.errors import OnrecordError
from onrecord.ledger.columns import mentions_of, place_of
from onrecord.ledger.entities import Address
from onrecord.ledger.judgements import Judgement, load_judgements, standing
from onrecord.ledger.records import current_record, document_number
from onrecord.ledger.tables import attachments, entities, judgements
from onrecord.ledger.words import fold
from onrecord.record import Record


@dataclass(frozen=True, slots=True)
class Attached:
    """A judgement in force, and the ledger's numbers of the two entities; none where it rests, for the reason given."""

    judgement: int
    left: int | None
    right: int | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Named:
    """An entity of a record as an address finds it: every place where it is mentioned."""

    entity: str
    name: str
    type: str
    mentions: tuple[tuple[int, int], ...]


def attach(connection: Connection, document: str) -> set[int]:
    """Ties the judgements on a document's entities anew; the numbers of all entities in them, before and now."""
    columns = (judgements.c.left_document, judgements.c.right_document)
    query = select(judgements.c.number).where(or_(*(column == document for column in columns)))
    concerned = set(connection.execute(query).scalars())
    return attach_numbers(connection, concerned) if concerned else set()


def attach_all(connection: Connection) -> set[int]:
    """Ties every judgement anew; the numbers of all entities in them, before and now."""
    return attach_numbers(connection, set(connection.execute(select(judgements.c.number)).scalars()))


def attachments_of(connection: Connection, numbers: Iterable[int]) -> list[Attached]:
    """The judgements in force on some entities, those at rest left out."""
    wanted = list(numbers)
    query = select(attachments).where(or_(attachments.c.left.in_(wanted), attachments.c.right.in_(wanted)))
    return [Attached(*row) for row in connection.execute(query.order_by(attachments.c.judgement))]


def load_attachments(connection: Connection) -> list[Attached]:
    """All judgements in force, in their order."""
    return [Attached(*row) for row in connection.execute(select(attachments).order_by(attachments.c.judgement))]


def kept_apart(connection: Connection) -> list[tuple[int, int]]:
    """The pairs of entities that are judged to be two, unless a later judgement says that they are one."""
    last: dict[frozenset[int], tuple[str, int, int]] = {}
    query = (
        select(judgements.c.verdict, attachments.c.left, attachments.c.right)
        .join(judgements, judgements.c.number == attachments.c.judgement)
        .where(attachments.c.left.is_not(None))
        .order_by(attachments.c.judgement)
    )
    for verdict, left, right in connection.execute(query):
        last[frozenset({left, right})] = (verdict, left, right)
    return [(left, right) for verdict, left, right in last.values() if verdict == "two"]


def find_held_back(connection: Connection) -> set[int]:
    """The judgements `one` whose two are not one all the same, since other judgements keep them apart."""
    left, right = entities.alias(), entities.alias()
    query = (
        select(attachments.c.judgement, attachments.c.left, attachments.c.right, left.c.identity, right.c.identity)
        .join(left, left.c.number == attachments.c.left)
        .join(right, right.c.number == attachments.c.right)
        .join(judgements, judgements.c.number == attachments.c.judgement)
        .order_by(attachments.c.judgement)
    )
    found = {}
    for number, one, other, its, others in connection.execute(query.where(judgements.c.verdict == "one")):
        # Of several on one pair the last counts.
        found[frozenset({one, other})] = (number, its != others)
    apart = {frozenset(pair) for pair in kept_apart(connection)}
    return {number for pair, (number, is_apart) in found.items() if is_apart and pair not in apart}


def tie(connection: Connection, concerned: Sequence[Judgement]) -> list[Attached]:
    """What the judgements are tied to at this moment; nothing is written."""
    named: dict[str, list[Named]] = {}
    return [_tied(connection, judgement, named) for judgement in concerned]


def attach_numbers(connection: Connection, concerned: set[int]) -> set[int]:
    """Ties some judgements anew; the numbers of all entities in them, before and now."""
    query = select(attachments.c.left, attachments.c.right).where(attachments.c.judgement.in_(concerned))
    touched: set[int | None] = {number for pair in connection.execute(query) for number in pair}
    connection.execute(delete(attachments).where(attachments.c.judgement.in_(concerned)))
    tied = tie(connection, [each for each in standing(load_judgements(connection)) if each.number in concerned])
    if tied:
        rows = [
            {"judgement": each.judgement, "left": each.left, "right": each.right, "reason": each.reason}
            for each in tied
        ]
        connection.execute(insert(attachments), rows)
    touched |= {number for each in tied for number in (each.left, each.right)}
    return {number for number in touched if number is not None}


def _tied(connection: Connection, judgement: Judgement, named: dict[str, list[Named]]) -> Attached:
    found = []
    for address in (judgement.left, judgement.right):
        assert address is not None, "only an undoing names no entities, and it is not in force"
        if address.document not in named:
            named[address.document] = _named_in(connection, address.document)
        entity = find_named(named[address.document], address)
        if entity is None:
            reason = f"the current coding of {address.document} mentions nobody where {address.name!r} stood"
            return Attached(judgement.number, None, None, reason)
        found.append((address.document, entity.entity))
    if found[0] == found[1]:
        return Attached(judgement.number, None, None, "the current coding has one entity where two were judged")
    left, right = (_number(connection, *each) for each in found)
    return Attached(judgement.number, left, right, None)


def find_named(named: Sequence[Named], address: Address) -> Named | None:
    """Of a document's entities the one that an address means; None where nothing like it is mentioned there any more.

    Of several with a mention there the one with just this mention, else of this name, of this type, sharing most. One
    that is none of these three is another: the ministry in `the minister's ministry` is not the minister.
    """
    fitting = [(fitness, each) for each in named if any(fitness := _fitness(each, address))]
    return max(fitting, key=lambda pair: pair[0], default=((), None))[1]


def _fitness(named: Named, address: Address) -> tuple[bool, bool, bool, int]:
    """(just this mention, this name, this type, characters shared); nothing of all that where it is another."""
    shared = max((_overlap(place, address) for place in named.mentions), default=0)
    exact = (address.start, address.end) in named.mentions
    is_like = exact or named.name == address.name or named.type == address.type
    if not shared or not is_like:
        return False, False, False, 0
    return exact, named.name == address.name, named.type == address.type, shared


def _overlap(place: tuple[int, int], address: Address) -> int:
    """How many characters a mention shares with an address's."""
    return max(0, min(place[1], address.end) - max(place[0], address.start))


def _named_in(connection: Connection, document: str) -> list[Named]:
    """The entities of a document's current record; none where that is damaged, for `verify` to name."""
    number = document_number(connection, document)
    if number is None:
        return []
    try:
        return named_of(current_record(connection, number))
    except OnrecordError:
        return []


def named_of(record: Record) -> list[Named]:
    """The entities of a record as addresses find them."""
    mentions = mentions_of(record)
    return [
        Named(each.id, fold(each.name), each.type, tuple(place_of(mention) for mention in mentions[each.id]))
        for each in record.entities
    ]


def _number(connection: Connection, document: str, entity: str) -> int | None:
    query = select(entities.c.number).where(
        entities.c.document == document_number(connection, document), entities.c.entity == entity
    )
    found: int | None = connection.execute(query).scalar()
    return found

"""Candidates: identities that could be one, for a person to say."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from onrecord.errors import LedgerError
from onrecord.ledger.attachment import kept_apart
from onrecord.ledger.blocks import pairs_of
from onrecord.ledger.entities import SHOWN, load_by_key
from onrecord.ledger.evidence import weigh
from onrecord.ledger.identities import Identity, load_identities
from onrecord.ledger.naming import numbers_by_name
from onrecord.ledger.portraits import Portrait, portray_row
from onrecord.ledger.surroundings import MOST_WEIGHT, Surroundings
from onrecord.ledger.tables import entities, profile_keys

# Less than this is no candidate: a lone family name needs at least a country with it.
LOWEST_SCORE = 0.3
# Of two whose registry entry is one, one of them never named, a person says whether the coder was right.
UNNAMED_SCORE = 0.6
# The kinds of keys that those share who could be the same (blocks.py), and those of one registry entry.
KINDS = frozenset({"family", "words", "title", "end", "registry"})
# Of those who share a key with somebody, so many are compared at most.
MOST_NEAR = 3000


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two identities that could be one: how well they fit (0 to 1), and what speaks for and against it."""

    left: Identity
    right: Identity
    score: float
    reasons: tuple[str, ...]
    against: tuple[str, ...]

    @property
    def key(self) -> str:
        """A short name for the pair, made of those of the two, which stays while their first entities do."""
        return "-".join(sorted((self.left.key[:SHOWN], self.right.key[:SHOWN])))


def find_candidates(connection: Connection, name: str | None = None) -> list[Candidate]:
    """All candidates, the best first, none of whom a judgement keeps apart; or those of whoever a name fits.

    With a name only those are read who could be one with whoever it fits; without one everybody is.
    """
    if name is None:
        return _candidates(connection, load_identities(connection), None)
    wanted = numbers_by_name(connection, name)
    return _candidates(connection, load_identities(connection, wanted | _near(connection, wanted)), wanted)


def find_candidate(connection: Connection, key: str) -> Candidate:
    """The candidate of a key. Raises LedgerError where there is none, or several."""
    ends = [load_by_key(connection, end) if len(end) == SHOWN else [] for end in key.split("-")]
    numbers = {row.identity for rows in ends for row in rows}
    found = _candidates(connection, load_identities(connection, numbers), None) if len(ends) == 2 else []
    fitting = [each for each in found if each.key == key]
    if len(fitting) != 1:
        told = "more than one" if fitting else "no"
        raise LedgerError(f"{told} candidate has the key {key}; list them anew with: onrecord same list")
    return fitting[0]


def _near(connection: Connection, numbers: Iterable[int]) -> set[int]:
    """The identities that share a key with some, the largest blocks left out beyond MOST_NEAR."""
    own = select(entities.c.profile).where(entities.c.identity.in_(list(numbers))).distinct()
    keys = select(profile_keys.c.key).where(profile_keys.c.profile.in_(own)).distinct()
    alike = [key for key in connection.execute(keys).scalars() if key.split(" ")[0] in KINDS]
    query = select(profile_keys.c.profile).where(profile_keys.c.key.in_(alike)).distinct()
    profiles_near = connection.execute(query).scalars().all()
    found = select(entities.c.identity).where(entities.c.profile.in_(profiles_near)).distinct().limit(MOST_NEAR)
    return set(connection.execute(found).scalars())


def _candidates(
    connection: Connection, identities: Sequence[Identity], wanted: Container[int] | None
) -> list[Candidate]:
    """The candidates among identities; those of `wanted` numbers only, if any are."""
    settled = _settled(connection, identities)

    def is_asked(one: int, other: int) -> bool:
        return wanted is None or identities[one].number in wanted or identities[other].number in wanted

    portraits = {place: portray_identity(identity) for place, identity in enumerate(identities)}
    likely = []
    for one, other in sorted(pairs_of(portraits) - settled):
        if is_asked(one, other):
            evidence = weigh(portraits[one], portraits[other])
            if evidence.is_possible and evidence.score + MOST_WEIGHT >= LOWEST_SCORE:
                likely.append((identities[one], identities[other], evidence))
    surroundings = Surroundings(connection, [each for one, other, _ in likely for each in (one, other)])
    found = []
    for left, right, evidence in likely:
        reasons, weight = surroundings.weigh(left, right)
        score = round(min(1.0, evidence.score + weight), 2)
        if score >= LOWEST_SCORE:
            found.append(Candidate(left, right, score, evidence.reasons + reasons, evidence.against))
    found += [
        Candidate(identities[one], identities[other], UNNAMED_SCORE, (reason,), ("one of them is never named",))
        for one, other, reason in _unnamed_pairs(identities)
        if (one, other) not in settled and is_asked(one, other)
    ]
    return sorted(found, key=lambda each: (-each.score, each.left.name, each.right.name, each.key))


def portray_identity(identity: Identity) -> Portrait:
    """What is known of all entities of an identity together."""
    portrait = portray_row(identity.entities[0])
    for row in identity.entities[1:]:
        portrait.absorb(portray_row(row))
    return portrait


def _settled(connection: Connection, identities: Sequence[Identity]) -> set[tuple[int, int]]:
    """The pairs of identities, by their places, of whom two entities are judged to be two."""
    where = {row.number: place for place, identity in enumerate(identities) for row in identity.entities}
    return {
        tuple(sorted((where[left], where[right])))  # type: ignore[misc]
        for left, right in kept_apart(connection)
        if left in where and right in where
    }


def _unnamed_pairs(identities: Sequence[Identity]) -> Iterator[tuple[int, int, str]]:
    """An identity never named and the one of the same registry entry that is."""
    named: dict[str, int] = {}
    for number, identity in enumerate(identities):
        if identity.registry and any(row.is_named for row in identity.entities):
            named.setdefault(identity.registry, number)
    for number, identity in enumerate(identities):
        if identity.registry in named and not any(row.is_named for row in identity.entities):
            one, other = sorted((named[identity.registry], number))
            yield one, other, f"same registry entry: {identity.registry}"

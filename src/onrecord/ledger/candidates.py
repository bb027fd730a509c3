"""Candidates: identities that could be one, for a person to say."""

import hashlib
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from onrecord.ledger.attachment import kept_apart
from onrecord.ledger.blocks import pairs_of
from onrecord.ledger.evidence import weigh
from onrecord.ledger.identities import Identity, load_identities
from onrecord.ledger.naming import numbers_by_name
from onrecord.ledger.portraits import Portrait, portray_row
from onrecord.ledger.surroundings import MOST_WEIGHT, Surroundings

# Less than this is no candidate: a lone family name needs at least a country with it.
LOWEST_SCORE = 0.3
# Of two whose registry entry is one, one of them never named, a person says whether the coder was right.
UNNAMED_SCORE = 0.6


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
        """A short name for the pair, which stays while their first entities do."""
        pair = "\0".join(sorted((self.left.key, self.right.key)))
        return hashlib.sha256(pair.encode()).hexdigest()[:12]


def find_candidates(connection: Connection, name: str | None = None) -> list[Candidate]:
    """All candidates, the best first, none of whom a judgement keeps apart; or those of whoever a name fits."""
    identities = load_identities(connection)
    among = None if name is None else numbers_by_name(connection, name)
    return _candidates(identities, _settled(connection, identities), among)


def _candidates(
    identities: Sequence[Identity], settled: set[tuple[int, int]], wanted: Container[int] | None
) -> list[Candidate]:
    """The candidates among identities, by their places in the list; those of `wanted` numbers only, if any are."""

    def is_asked(one: int, other: int) -> bool:
        return wanted is None or identities[one].number in wanted or identities[other].number in wanted

    portraits = {place: portray_identity(identity) for place, identity in enumerate(identities)}
    surroundings = Surroundings(identities)
    found = []
    for one, other in sorted(pairs_of(portraits) - settled):
        if not is_asked(one, other):
            continue
        evidence = weigh(portraits[one], portraits[other])
        if evidence.is_possible and evidence.score + MOST_WEIGHT >= LOWEST_SCORE:
            reasons, weight = surroundings.weigh(one, other)
            score = round(min(1.0, evidence.score + weight), 2)
            if score >= LOWEST_SCORE:
                reasons = evidence.reasons + reasons
                found.append(Candidate(identities[one], identities[other], score, reasons, evidence.against))
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

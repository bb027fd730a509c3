"""Candidates: identities that could be one, for a person to say."""

import hashlib
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from onrecord.ledger.blocks import pairs_of
from onrecord.ledger.entities import EntityId
from onrecord.ledger.evidence import weigh
from onrecord.ledger.identities import Identity
from onrecord.ledger.portraits import Portrait, portray
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


def find_candidates(
    identities: Sequence[Identity],
    apart: Sequence[tuple[EntityId, EntityId]],
    among: Container[int] | None = None,
) -> list[Candidate]:
    """All candidates, the best first, none of whom a judgement keeps apart; or those of some, by their numbers."""
    portraits = {number: portray_identity(identity) for number, identity in enumerate(identities)}
    surroundings = Surroundings(identities)
    settled = _settled(identities, apart)
    found = []
    for one, other in sorted(pairs_of(portraits) - settled):
        if among is not None and one not in among and other not in among:
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
        if (one, other) not in settled and (among is None or one in among or other in among)
    ]
    return sorted(found, key=lambda each: (-each.score, each.left.name, each.right.name, each.key))


def portray_identity(identity: Identity) -> Portrait:
    """What is known of all entities of an identity together."""
    portrait = portray(identity.entities[0])
    for row in identity.entities[1:]:
        portrait.absorb(portray(row))
    return portrait


def _settled(identities: Sequence[Identity], apart: Sequence[tuple[EntityId, EntityId]]) -> set[tuple[int, int]]:
    """The pairs of identities of whom two entities are judged to be two."""
    where = {row.id: number for number, identity in enumerate(identities) for row in identity.entities}
    return {tuple(sorted((where[left], where[right]))) for left, right in apart}  # type: ignore[misc]


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

"""Chains: mentions found to be one entity, and what is known of it through any of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.annotation.mentions.draft import Found
from onrecord.codebooks.personal_names import Name, parse_name
from onrecord.codebooks.registry import Entry, Kind

PEOPLE = frozenset({"person", "group"})
STATES = frozenset({"country", "polity"})


@dataclass
class Chain:
    """Mentions, by their numbers in text order, and what they tell together."""

    mentions: list[int]
    kinds: set[Kind] = field(default_factory=set)
    entries: dict[str, Entry] = field(default_factory=dict)
    names: set[tuple[str, ...]] = field(default_factory=set)
    people: list[Name] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    sectors: set[str] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    actor: float = 0.0
    is_state: bool = False

    def absorb(self, other: "Chain") -> None:
        """Takes in another chain."""
        self.mentions = sorted([*self.mentions, *other.mentions])
        self.kinds |= other.kinds
        self.entries |= other.entries
        self.names |= other.names
        self.people += [name for name in other.people if name not in self.people]
        self.roles |= other.roles
        self.countries |= other.countries
        self.sectors |= other.sectors
        self.genders |= other.genders
        self.numbers |= other.numbers
        self.heads |= other.heads
        self.actor = max(self.actor, other.actor)
        self.is_state = self.is_state or other.is_state


class Chains:
    """A partition of the mentions, beginning with each alone; chains only ever grow."""

    def __init__(self, found: Sequence[Found], heads: Sequence[str]) -> None:
        self.found = found
        self._chains: list[Chain] = [
            _alone(number, each, head) for number, (each, head) in enumerate(zip(found, heads, strict=True))
        ]
        self._of = list(self._chains)

    def of(self, mention: int) -> Chain:
        """The chain of a mention."""
        return self._of[mention]

    def join(self, one: int, other: int) -> None:
        """Makes the chains of two mentions one."""
        first, second = self._of[one], self._of[other]
        if first is second:
            return
        if second.mentions[0] < first.mentions[0]:
            first, second = second, first
        first.absorb(second)
        for mention in second.mentions:
            self._of[mention] = first

    def __iter__(self) -> Iterator[Chain]:
        seen: set[int] = set()
        for chain in self._of:
            if id(chain) not in seen:
                seen.add(id(chain))
                yield chain


def _alone(number: int, found: Found, head: str) -> Chain:
    chain = Chain([number], actor=found.actor)
    if found.form == "pronoun":
        chain.actor = 0.0
    if found.kind:
        chain.kinds.add(found.kind)
    if found.gender:
        chain.genders.add(found.gender)
    if found.number:
        chain.numbers.add(found.number)
    identity = found.identity
    if found.entry is not None and found.form == "name":
        chain.entries[found.entry.id] = found.entry
    if identity.country:
        chain.countries.add(identity.country)
    chain.sectors.update(identity.sectors)
    role = found.wording.role or found.wording.title
    if role:
        chain.roles.add(role.words)
    if identity.role:
        chain.roles.add(identity.role)
    if found.form == "name":
        chain.names.add(tuple(word.folded for word in found.wording.words if word.folded not in ("the", "a", "an")))
        if found.kind == "person":
            name = parse_name(" ".join(word.text for word in found.wording.words))
            if name:
                chain.people.append(name)
    elif found.form == "nominal":
        chain.heads.add(head)
    return chain


def clash(one: Chain, other: Chain) -> bool:
    """Whether two chains cannot be one entity: kinds, genders, numbers or registry entries that exclude each other."""
    if one.genders and other.genders and not one.genders & other.genders:
        return True
    if one.entries and other.entries and not one.entries.keys() & other.entries.keys():
        return True
    return bool(one.kinds and other.kinds) and not _agree(one.kinds, other.kinds)


def _agree(one: set[Kind], other: set[Kind]) -> bool:
    """Whether two sets of kinds can be of one: people with people, states with states, bodies with bodies."""
    if one & other:
        return True
    families = [{_family(kind) for kind in kinds} for kinds in (one, other)]
    return bool(families[0] & families[1])


def _family(kind: Kind) -> str:
    if kind in STATES:
        return "state"
    return kind if kind in PEOPLE else "body"

"""Profiles: what a text says of an entity, once for all the entities of which texts say the same.

The 60,000 entities named Ukraine of a large ledger are a handful of profiles. Who is one is asked of profiles, so what
a new document costs does not grow with the ledger.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from onrecord.codebooks.personal_names import parse_name, skeleton, sound
from onrecord.ledger.blocks import keys_of
from onrecord.ledger.evidence import is_certain, weigh
from onrecord.ledger.portraits import SINGLE_OFFICES, Portrait, plain_title, portray
from onrecord.ledger.words import fold


@dataclass(frozen=True)
class Profile:
    """Type, names, country, PLOVER sector, office and registry entry of entities.

    `names` are those by which a text calls it, none where it is only described or pointed to; of what is an entry of
    the registry just the coder's, since texts call a country by a hundred. `office` is the role, folded, where it is
    one of SINGLE_OFFICES.
    """

    type: str
    names: tuple[str, ...]
    country: str | None
    sector: str | None
    office: str | None
    registry: str | None

    @property
    def is_named(self) -> bool:
        """Whether a text names it at all."""
        return bool(self.names)

    @cached_property
    def portrait(self) -> Portrait:
        """What it says, in the form in which two are compared; a copy is needed before anything is added."""
        return portray(self.type, self.names, self.office, self.country, self.sector, self.registry)

    @cached_property
    def digest(self) -> bytes:
        """The same for two of which a text says the same, however their names are ordered and spelled."""
        portrait = self.portrait
        parts = (
            self.type, self.is_named, sorted(map(repr, portrait.names)), sorted(portrait.titles),
            sorted(portrait.genders), self.country, self.sector, self.office, self.registry,
        )  # fmt: skip
        return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).digest()[:16]

    @cached_property
    def can_be_linked(self) -> bool:
        """Whether a rule may say that entities of it are one with each other or with any others."""
        if not self.is_named:
            return False
        return self.registry is not None or is_certain(weigh(self.portrait, self.portrait))

    @property
    def link_keys(self) -> frozenset[str]:
        """The keys that those share whom a rule may make one: the registry's entry, or the whole name."""
        return frozenset(key for key in self.keys if key.startswith(("registry ", "words ", "title ")))

    @cached_property
    def keys(self) -> frozenset[str]:
        """All the keys under which it is found: by those who could be the same, and by a name that is asked for."""
        return frozenset(self._keys())

    def _keys(self) -> Iterator[str]:
        if self.registry is not None:
            yield f"registry {self.registry}"
        yield from keys_of(self.portrait)
        for name in self.portrait.names:
            yield from (f"given {sound(word)}" for word in name.given)
        for title in self.portrait.titles:
            yield from (f"word {word}" for word in title.split())


def profile_of(kind: str, names: tuple[str, ...], role: str | None, place: tuple[str | None, ...]) -> Profile:
    """The profile of an entity; `names` begin with the coder's, `place` is country, sector and registry entry."""
    if place[-1] is not None:
        names = names[:1]
    office = fold(role) if role else None
    return _profile(kind, names, office if office in SINGLE_OFFICES and kind == "person" else None, place)


def called_key(name: str) -> str:
    """The key that leads from a name in a text to the registry's entry that it means there."""
    return f"called {plain_title(name)}"


def asked_keys(name: str) -> frozenset[str]:
    """The keys that lead to whoever bears a name: a person by any part of it, anybody else by each word."""
    parsed = parse_name(name)
    people = {f"family {skeleton(word)}" for word in (*parsed.family, *parsed.given)}
    people |= {f"given {sound(word)}" for word in (*parsed.family, *parsed.given)}
    words = {f"word {word}" for word in plain_title(name).split()}
    return frozenset(people | words | {f"registry {name}", called_key(name)})


@lru_cache(maxsize=65536)
def _profile(kind: str, names: tuple[str, ...], office: str | None, place: tuple[str | None, ...]) -> Profile:
    country, sector, registry = place
    return Profile(kind, names, country, sector, office, registry)

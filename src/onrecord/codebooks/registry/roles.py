"""Words that say what an actor is: its PLOVER sectors, and whether they name a person or an organisation."""

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from onrecord.codebooks.registry.loading import rows, split
from onrecord.codebooks.registry.names import NameIndex

RoleKind = Literal["person", "organisation"]
IRREGULAR = {"man": "men", "woman": "women", "person": "people", "child": "children", "staff": "staff"}


@dataclass(frozen=True, slots=True)
class Role:
    """A word of roles.tsv: its sectors, the primary one first, and what it names."""

    words: str
    sectors: tuple[str, ...]
    kind: RoleKind
    is_plural: bool = False


@cache
def load_roles() -> NameIndex[Role]:
    """The role words, singular and plural."""
    named: dict[str, Role] = {}
    for sectors, kind, words in rows("roles.tsv"):
        for word in split(words):
            named.setdefault(word, Role(word, split(sectors), cast(RoleKind, kind)))
    for word, role in list(named.items()):
        many = plural(word)
        # A plural that the file lists itself (`residents`) keeps the sectors it has there.
        sectors_of = named.get(many, role)
        named[many] = Role(word, sectors_of.sectors, sectors_of.kind, is_plural=True)
    return NameIndex(named.items(), cased=False)


def plural(words: str) -> str:
    """The plural of a role: of its head, which stands before an `of`, else last."""
    head, of, rest = words.partition(" of ")
    *before, last = head.split(" ")
    for one, many in IRREGULAR.items():
        if last.endswith(one) and last != "human":
            last = last.removesuffix(one) + many
            break
    else:
        if last.endswith("y") and last[-2:-1] not in "aeou":
            last = last[:-1] + "ies"
        elif last.endswith(("s", "x", "ch", "sh")):
            last += "es"
        else:
            last += "s"
    return " ".join([*before, last]) + of + rest

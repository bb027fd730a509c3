"""Names that are one entity's: by the registry, by the rules of personal names, by the words of a body's name."""

from collections.abc import Sequence

from onrecord.annotation.coreference.chains import Chain, Chains
from onrecord.annotation.mentions.draft import Found
from onrecord.codebooks.personal_names import agreement

# Words of a company's or body's name that come and go.
LOOSE = frozenset("inc corp co ltd llc plc company corporation group the of and for".split())


def link_names(chains: Chains) -> None:
    """Joins the chains of names, from the text's beginning to its end."""
    by_entry: dict[str, int] = {}
    people: list[int] = []
    bodies: list[int] = []
    for number, found in enumerate(chains.found):
        if found.form != "name":
            continue
        key = _entry(found)
        if key and key in by_entry:
            chains.join(by_entry[key], number)
        elif key:
            by_entry[key] = number
        same = _same_words(chains, found, [*people, *bodies])
        if key is None and same is not None:
            chains.join(same, number)
        elif found.kind == "person" and (key is None or not key.startswith("people")):
            _link_person(chains, number, people)
        elif key is None and (other := _surname(chains, found, people)) is not None:
            chains.join(other, number)
        elif key is None:
            _link_body(chains, number, bodies)
        (people if found.kind == "person" else bodies).append(number)


def _entry(found: Found) -> str | None:
    """What of the registry a name names: the same key for the same state, body or people."""
    entry = found.entry
    named = found.wording.named
    if named and any(value.sense == "demonym" for value in named.values) and not found.is_part:
        # `Armenians`, `the French`: a people, not its state; `a Georgian` is somebody.
        country = next(value.entry.id for value in named.values if value.sense == "demonym")
        return f"people:{country}" if found.kind == "group" and len(found.wording.words) <= 2 else None
    if entry is None:
        return None
    if entry.kind == "person" and len(found.wording.words) < 2:
        return None
    return entry.id


def _same_words(chains: Chains, found: Found, earlier: Sequence[int]) -> int | None:
    """The last earlier name of exactly these words."""
    words = _bare(found)
    if not words:
        return None
    return next((number for number in reversed(earlier) if _bare(chains.found[number]) == words), None)


def _bare(found: Found) -> tuple[str, ...]:
    return tuple(word.folded for word in found.wording.words if word.folded not in ("the", "a", "an"))


def _link_person(chains: Chains, number: int, people: Sequence[int]) -> None:
    """Joins a person's name with the chain it can be of: of the same full name, else the last compatible one."""
    own = chains.of(number)
    if not own.people:
        return
    candidates: list[tuple[bool, int, int]] = []
    seen: set[int] = set()
    for other in reversed(people):
        chain = chains.of(other)
        if id(chain) in seen or chain is own:
            continue
        seen.add(id(chain))
        how = _agreement(own, chain)
        if how != "different" and not _conflict(own, chain):
            candidates.append((how == "same", max(m for m in chain.mentions if m < number or m == other), other))
    if candidates:
        chains.join(max(candidates)[2], number)


def _agreement(own: Chain, other: Chain) -> str:
    """How the names of two chains agree: all must be able to be one person's."""
    found = {agreement(a, b) for a in own.people for b in other.people}
    if not found or "different" in found:
        return "different"
    return "same" if "same" in found else "compatible"


def _conflict(own: Chain, other: Chain) -> bool:
    genders = own.genders | other.genders
    entries = own.entries.keys() | other.entries.keys()
    return len(genders) > 1 or (bool(own.entries) and bool(other.entries) and len(entries) > 1)


def _surname(chains: Chains, found: Found, people: Sequence[int]) -> int | None:
    """The last person of whose full name a lone word is the family name, though nothing else makes it a person."""
    words = _bare(found)
    if len(words) != 1:
        return None
    return next(
        (n for n in reversed(people) if any(name.given and name.family == words for name in chains.of(n).people)), None
    )


def _link_body(chains: Chains, number: int, bodies: Sequence[int]) -> None:
    """Joins a body's name with an earlier one that it abbreviates or shortens."""
    words = _bare(chains.found[number])
    if not words:
        return
    for other in reversed(bodies):
        if _is_short_for(words, _bare(chains.found[other])) or _is_short_for(_bare(chains.found[other]), words):
            chains.join(other, number)
            return


def _is_short_for(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a name is another's initials, or its words less those that come and go, or its first words."""
    if not short or len(short) > len(long):
        return False
    if len(short) == 1 and len(short[0]) > 1 and len(long) > 1:
        letters = "".join(word[0] for word in long if word not in LOOSE)
        if short[0] in (letters, "".join(word[0] for word in long)):
            return True
    core = tuple(word for word in long if word not in LOOSE)
    mine = tuple(word for word in short if word not in LOOSE)
    if not mine:
        return False
    return mine == core or (len(mine) >= 2 and core[: len(mine)] == mine)

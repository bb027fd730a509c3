"""Who is compared with whom: only those that share a key, so that a hundred thousand need no thousand million pairs."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from onrecord.codebooks.personal_names import Name, skeleton, sound
from onrecord.ledger.portraits import Portrait, initials_of

# In a block of more than this, as of everybody called Smith, only those are compared who share more than the key.
LARGEST_BLOCK = 400


def pairs_of(portraits: Mapping[int, Portrait]) -> set[tuple[int, int]]:
    """The pairs to compare, the smaller number first."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for number in sorted(portraits):
        for key in set(keys_of(portraits[number])):
            blocks[key].append(number)
    found: set[tuple[int, int]] = set()
    for block in blocks.values():
        parts = iter([block]) if len(block) <= LARGEST_BLOCK else _split(block, portraits)
        for part in parts:
            found.update(combinations(part, 2))
    return found


def keys_of(portrait: Portrait) -> Iterator[str]:
    """The keys of somebody; whoever could be the same by name shares one, except by a lone given name or a nickname."""
    for name in portrait.names:
        yield from _keys_of_name(name)
    for title in portrait.titles:
        yield f"title {title}"
        if initials_of(title):
            yield f"title {initials_of(title)}"
        words = title.split()
        # `Ministry of Defence` within `Austrian Ministry of Defence`: the last two words are mostly shared.
        if len(words) > 1:
            yield f"end {' '.join(words[-2:])}"


def _keys_of_name(name: Name) -> Iterator[str]:
    for word in name.family:
        yield f"family {skeleton(word)}"
    if len(name.given) > 1 and len(name.given[-1]) > 1:
        # The first of two family names stands last among what is read as given: `López` in `López Obrador`.
        yield f"family {skeleton(name.given[-1])}"
    if len(name.words) > 1:
        yield "words " + " ".join(sorted(map(sound, name.words)))


def _split(block: Sequence[int], portraits: Mapping[int, Portrait]) -> Iterator[Sequence[int]]:
    """A large block as smaller ones.

    Of those alike in name, country and sector each is compared with the first; the first ones with one another, if they
    are still many by the first letter of a given name, and by country and office.
    """
    alike: dict[object, list[int]] = defaultdict(list)
    for number in block:
        each = portraits[number]
        known = (each.names, each.titles, each.genders, each.countries, each.sectors, each.registries)
        alike[tuple(frozenset(values) for values in known)].append(number)
    for first, *others in alike.values():
        yield from ((first, other) for other in others)
    firsts = [group[0] for group in alike.values()]
    if len(firsts) <= LARGEST_BLOCK:
        yield firsts
        return
    parts: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number in firsts:
        each = portraits[number]
        for letter in {name.given[0][0] for name in each.names if name.given}:
            parts["given", letter].append(number)
        for country in each.countries:
            for office in each.offices or {""}:
                parts["office", country, office].append(number)
    yield from parts.values()

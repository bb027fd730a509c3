"""Names in running words that a gazetteer or the registry has as a place's, the longest first."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.annotation.places.words import KINDS_OF_AREA, PLURALS, UNKNOWN_AREAS
from onrecord.codebooks.gazetteer import Area, Called, Division, Gazetteer, plain_marks
from onrecord.codebooks.registry import STATES, Entry, NameWord, Registry, cut_words

LONGEST = 6
# Words within a name that need no capital: `Rio de Janeiro`, `Newcastle upon Tyne`.
PARTICLES = frozenset(
    "of the de del della di da do dos das la le les el al an as ar ad ash at az ez ech et and upon on am an im "
    "sur sous en au aux y e i van von der den ter us ul ibn bin".split()
)
# What may stand between the words of one name.
INSIDE = re.compile(r"(?:[ \t]|\n(?!\n)| )+|[-‐‑–]|['’‘ʻʼ]?[-‐‑]|[ ]?['’‘]|\.[ ]")
SHORTEST = 3
BETWEEN = re.compile(r",?\s+(?:and|or)\s+|,\s+")


@dataclass(frozen=True, slots=True)
class Name:
    """A name at (start, end) and all that it may be: towns, divisions, an area, a state of the registry.

    `area_word` is what makes it the name of an area (`Lachin Corridor`, `Kherson region`), which stands within its
    span. `is_seat` where the registry has the words for a government's.
    """

    start: int
    end: int
    key: str
    words: str
    towns: tuple[Called, ...] = ()
    divisions: tuple[Division, ...] = ()
    area: Area | None = None
    state: Entry | None = None
    area_word: str | None = None
    is_seat: bool = False

    @property
    def acts(self) -> bool:
        """Whether it may stand for a state or its government."""
        return self.area_word is None and (self.state is not None or self.is_seat)


def find_names(text: str, gazetteer: Gazetteer, registry: Registry) -> list[Name]:
    """The names of places in a text, in order, none overlapping another; what else the words may be is not asked."""
    words = cut_words(plain_marks(text))
    runs = {first: list(_runs(text, words, first)) for first, word in enumerate(words) if _may_begin(word)}
    keys = {_key(words[first:last]) for first, lasts in runs.items() for last in lasts}
    towns, divisions = gazetteer.towns(keys), gazetteer.divisions(keys)
    found: list[Name] = []
    first = 0
    while first < len(words):
        step = 1
        for last in reversed(runs.get(first, ())):
            part = words[first:last]
            name = _name(text, part, _key(part), gazetteer, registry, towns, divisions)
            widened = _with_area_word(text, words, first, last, name)
            if widened is not None:
                found.append(widened[0])
                step = widened[1] - first
                break
        first += step
    return _of_lists(text, found)


def _of_lists(text: str, names: Sequence[Name]) -> list[Name]:
    """The names, those of a list made areas by the plural behind its last: `in Lanao and Cotabato provinces`."""
    found = list(names)
    for index in range(len(found) - 1, 0, -1):
        before, behind = found[index - 1], found[index]
        if (
            behind.area_word in PLURALS
            and before.area_word is None
            and BETWEEN.fullmatch(text[before.end : behind.start])
        ):
            found[index - 1] = replace(before, area=None, area_word=behind.area_word)
    return found


def _may_begin(word: NameWord) -> bool:
    return word.text[:1].isupper() and len(word.folded) >= SHORTEST - 1


def _runs(text: str, words: Sequence[NameWord], first: int) -> Iterator[int]:
    """The ends of the runs of words from `first` on that can be one name, the shortest first."""
    if len(words[first].folded) >= SHORTEST:
        yield first + 1
    for last in range(first + 1, min(first + LONGEST, len(words))):
        between = text[words[last - 1].end : words[last].start]
        word = words[last]
        joined = between in ("-", "‐", "‑")
        if not INSIDE.fullmatch(between) or ("." in between and len(words[last - 1].text) > 3):
            return
        if word.text[:1].isupper() or joined:
            yield last + 1
        elif word.folded not in PARTICLES:
            return


def _key(words: Iterable[NameWord]) -> str:
    return " ".join(word.folded for word in words)


def _name(
    text: str,
    part: list[NameWord],
    key: str,
    gazetteer: Gazetteer,
    registry: Registry,
    towns: dict[str, tuple[Called, ...]],
    divisions: dict[str, tuple[Division, ...]],
) -> Name | None:
    """What the words name as a place; None for nothing, and for a people's or a body's name in the registry."""
    named = registry.get(part)
    state = next((each.entry for each in named if each.sense == "name" and each.entry.kind in STATES), None)
    area = gazetteer.area(key)
    if named and state is None and area is None and not any(each.sense == "seat" for each in named):
        return None
    start, end = part[0].start, part[-1].end
    if state is None and area is None and key not in towns and key not in divisions:
        return None
    if part[0].folded == "the" and state is None and not any(each.town.is_major for each in towns.get(key, ())):
        # `The Post`; but The Hague.
        return None
    return Name(
        start,
        end,
        key,
        text[start:end],
        towns.get(key, ()),
        divisions.get(key, ()),
        area,
        state,
        is_seat=any(each.sense == "seat" for each in named),
    )


def _with_area_word(
    text: str, words: Sequence[NameWord], first: int, last: int, name: Name | None
) -> tuple[Name, int] | None:
    """The name with any word that makes it an area's, and the index behind it; an unknown name only with one."""
    if last < len(words) and text[words[last - 1].end : words[last].start].isspace():
        kind = words[last].folded
        known = KINDS_OF_AREA if name is not None else UNKNOWN_AREAS
        is_longer = last + 1 < len(words) and words[last].text[:1].isupper() and _goes_on(text, words, last)
        if kind == "state" and name is not None and words[last].text[:1].isupper() and _is_of_usa(name):
            # `Ohio State` is a university.
            return None
        if kind in known and not is_longer and (name is None or name.area is None):
            start, end = words[first].start, words[last].end
            if name is None:
                if last - first > 2 or not all(word.text[:1].isupper() for word in words[first:last]):
                    return None
                return Name(start, end, _key(words[first:last]), text[start:end], area_word=kind), last + 1
            return (
                Name(
                    start,
                    end,
                    name.key,
                    text[start:end],
                    name.towns,
                    name.divisions,
                    None,
                    name.state,
                    area_word=kind,
                ),
                last + 1,
            )
    return (name, last) if name is not None else None


def _is_of_usa(name: Name) -> bool:
    return any(each.country == "USA" for each in name.divisions)


def _goes_on(text: str, words: Sequence[NameWord], last: int) -> bool:
    """Whether a capital follows a word: `Thames Valley Police`."""
    between = text[words[last].end : words[last + 1].start]
    return between == " " and words[last + 1].text[:1].isupper()

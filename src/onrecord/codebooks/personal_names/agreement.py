"""Whether two names can be one person's."""

from dataclasses import dataclass
from typing import Literal

from onrecord.codebooks.personal_names.lists import ARTICLES, PARTICLES
from onrecord.codebooks.personal_names.parsing import Name, parse_name
from onrecord.codebooks.personal_names.spelling import is_near, is_short_for, sound

Agreement = Literal["same", "compatible", "different"]
Words = tuple[str, ...]

# How two words, or two runs of words, agree, the closest first.
Likeness = Literal["equal", "near", "short", "initial", "part", "none"]
LIKENESSES: tuple[Likeness, ...] = ("equal", "near", "short", "initial", "part", "none")


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a comparison of two names found, and why, in words for a reader."""

    agreement: Agreement
    reason: str


def agreement(left: str | Name, right: str | Name) -> Agreement:
    """Whether two names are the same full name, can be one person's, or cannot.

    `same`: family name and first given name agree in full, further given names do not contradict; spellings of one
    name count as one. `compatible`: one is shorter (a lone family name, an initial, a short form, one of two family
    names), turned round, or spelled nearly alike. `different`: some part contradicts, or there is no name in one.
    """
    return compare(left, right).agreement


def compare(left: str | Name, right: str | Name) -> Comparison:
    """The agreement of two names with its reason."""
    a = parse_name(left) if isinstance(left, str) else left
    b = parse_name(right) if isinstance(right, str) else right
    if not a or not b:
        return Comparison("different", "no name")
    if a.gender and b.gender and a.gender != b.gender:
        return Comparison("different", "titles of a man and a woman")
    if a.generation and b.generation and a.generation != b.generation:
        return Comparison("different", "different generations")
    found = _compare_words(a, b)
    if found.agreement == "same" and a.generation != b.generation:
        return Comparison("compatible", "same name, one of a named generation")
    return found


def _compare_words(a: Name, b: Name) -> Comparison:
    family = _family_likeness(a, b)
    if not a.given or not b.given:
        return _compare_lone(a, b, family)
    if family == "none":
        return _compare_turned(a, b)
    given = _given_likeness(a.given, b.given)
    if given == "none":
        given = _byname_likeness(a, b)
    if given == "none":
        return Comparison("different", "different given names")
    if family == "equal" and given == "equal":
        return Comparison("same", "same full name")
    told = {
        "equal": "same given name",
        "near": "given names spelled nearly alike",
        "short": "one given name short for the other",
        "initial": "same initial",
        "part": "one given name of several",
    }
    families = {"equal": "same family name", "near": "family names spelled nearly alike"}
    return Comparison("compatible", f"{families.get(family, 'one family name of several')}, {told[given]}")


def _compare_lone(a: Name, b: Name, family: Likeness) -> Comparison:
    """Where one name, or both, is a single word."""
    if a.is_regnal and b.is_regnal and family == "equal" and set(a.titles) & set(b.titles):
        return Comparison("same", "same title and name")
    if family != "none":
        words = {"equal": "same family name", "near": "family names spelled nearly alike"}
        return Comparison("compatible", words.get(family, "one family name of several"))
    short, long = (a, b) if not a.given else (b, a)
    if len(short.family) == 1 and _likeness(short.family[0], long.words[0]) in ("equal", "short") and long.given:
        return Comparison("compatible", "same given name only")
    if _is_part(short.family, long.words):
        return Comparison("compatible", "a part of the longer name")
    if any(sound(word) in map(sound, long.nicknames) for word in short.family):
        return Comparison("compatible", "a nickname of the other")
    return Comparison("different", "different family names")


def _compare_turned(a: Name, b: Name) -> Comparison:
    """Where the family names differ: the same words in another order, or one of two family names."""
    if sorted(map(sound, a.words)) == sorted(map(sound, b.words)) and sound(a.words[0]) == sound(b.family[0]):
        order: Agreement = "same" if a.is_family_first != b.is_family_first else "compatible"
        return Comparison(order, "same words in another order")
    short, long = sorted((a, b), key=lambda name: len(name.words))
    if len(short.words) < len(long.words) and _is_part(short.words, long.words):
        first = sound(short.words[0]) == sound(long.words[0])
        return Comparison("compatible", "one family name of several" if first else "a part of the longer name")
    return Comparison("different", "different family names")


def _family_likeness(a: Name, b: Name) -> Likeness:
    likeness = _run_likeness(a.family, b.family)
    if likeness == "none" and sound("".join(a.particles + a.family)) == sound("".join(b.particles + b.family)):
        return "equal"
    if likeness == "equal" and set(a.particles) - ARTICLES != set(b.particles) - ARTICLES:
        return "part"
    return likeness


def _run_likeness(a: Words, b: Words) -> Likeness:
    """How two family names of one or more words agree."""
    if "".join(map(sound, a)) == "".join(map(sound, b)) or "".join(a) == "".join(b):
        return "equal"
    if len(a) == len(b):
        kinds = [_likeness(x, y) for x, y in zip(a, b, strict=True)]
        return "near" if all(kind in ("equal", "near") for kind in kinds) else "none"
    short, long = sorted((a, b), key=len)
    return "part" if _is_part(short, long) else "none"


def _given_likeness(a: Words, b: Words) -> Likeness:
    """How two runs of given names agree: by the first, if no later one contradicts."""
    if "".join(map(sound, a)) == "".join(map(sound, b)) or "".join(a) == "".join(b):
        return "equal" if len(a[0]) > 1 else "initial"
    kinds = [_likeness(x, y) for x, y in zip(a, b, strict=False)]
    if "none" not in kinds:
        later = max((LIKENESSES.index(kind) for kind in kinds[1:] if kind == "near"), default=0)
        return LIKENESSES[max(LIKENESSES.index(kinds[0]), later)]
    short, long = sorted((a, b), key=len)
    if len(short) == len(long) or any(len(word) == 1 for word in short) or not _is_part(short, long):
        return "none"
    return "equal" if kinds[0] == "equal" else "part"


def _byname_likeness(a: Name, b: Name) -> Likeness:
    """Where the given names differ: one is the other's nickname, or a particle of its family name (`Ben Ali`)."""
    for name, other in ((a, b), (b, a)):
        if " ".join(name.given) in other.nicknames:
            return "short"
        if set(name.given) <= PARTICLES & set(other.particles):
            return "part"
    return "none"


def _likeness(a: str, b: str) -> Likeness:
    if len(a) == 1 or len(b) == 1:
        return "initial" if a[0] == b[0] else "none"
    if sound(a) == sound(b):
        return "equal"
    if is_short_for(a, b):
        return "short"
    return "near" if is_near(a, b) else "none"


def _is_part(short: Words, long: Words) -> bool:
    """Whether the words of one run stand in the other in the same order."""
    rest = iter(map(sound, long))
    return all(any(sound(word) == each for each in rest) for word in short)

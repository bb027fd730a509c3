"""A name as written to its parts."""

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.codebooks.personal_names.lists import (
    DEGREES,
    GENERATIONS,
    NUMERALS,
    PARTICLES,
    Title,
    families_first,
    titles,
)
from onrecord.codebooks.registry.names import fold

NICKNAME = re.compile(r"[\"“”«»‘]([^\"“”«»’]+)[\"“”«»’](?=\s|$)|\(([^)]*)\)")
# `J.K.`, `J.-P.`, and `JD` among words that are not all capitals.
INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}[^\W\d_]?|[^\W\d_]\.-[^\W\d_]\.?")
NOT_NAME = re.compile(r"[^\w'’.,\s-]+|_")
HYPHENS = re.compile(r"[‐‑‒–—-]+")
# A syllable of Mandarin, Cantonese, Hokkien, Korean or Vietnamese in Latin letters.
SYLLABLE = r"(?:[bpmfdtnlgkhjqxrzcsyvw]|[zcs]h|ts|hs|kw|gw|t[hr]|ph|kh|n[gh]|qu)?[aeiouy]{1,4}(?:ng|nh|ch|[nmptklchw])?"
SYLLABLES = re.compile(f"(?:{SYLLABLE}){{1,2}}")


@dataclass(frozen=True, slots=True)
class Name:
    """A personal name: folded words, each in the order written. A lone word stands as the family name.

    `particles` are words within the family name such as `von` and `al`; an initial is a given name of one letter.
    `generation` is jr, sr or a numeral; `gender` m or f where a title says so. `is_regnal` where a title such as
    `Pope` makes one word the whole name. `is_family_first` where the family name was written first.
    """

    given: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    nicknames: tuple[str, ...] = ()
    generation: str | None = None
    gender: str | None = None
    is_regnal: bool = False
    is_family_first: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """All words of the name, given names first, without titles and particles."""
        return self.given + self.family

    @property
    def is_full(self) -> bool:
        """Whether there are a family name and a given name written out."""
        return bool(self.family) and any(len(word) > 1 for word in self.given)

    def __bool__(self) -> bool:
        return bool(self.family)


@lru_cache(maxsize=65536)
def parse_name(text: str) -> Name:
    """The parts of a name as written, titles and all; a Name without words where there is none in it.

    >>> parse_name("Dr. Ursula von der Leyen").family
    ('leyen',)
    >>> parse_name("Xi Jinping").family, parse_name("Kim Campbell").family
    (('xi',), ('campbell',))
    """
    nicknames = tuple(fold(a or b) for a, b in NICKNAME.findall(text) if fold(a or b))
    bare = NOT_NAME.sub(" ", HYPHENS.sub("-", NICKNAME.sub(" ", text)))
    before, comma, behind = (part.strip() for part in bare.partition(","))
    tail = [fold(token) for token in re.split(r"[,\s]+", behind) if fold(token)]
    if comma and tail and all(word in GENERATIONS or word in NUMERALS or word in DEGREES for word in tail):
        tokens, turned = f"{before} {behind}".split(), False
    else:
        # `Stein, Maria`: what stands behind the comma comes first.
        tokens, turned = f"{behind} {before}".split(), bool(comma and tail)
    tokens = [token.strip(",") for token in tokens if fold(token.strip(",-"))]
    if tokens and not tokens[-1].isupper():
        tokens = [".".join(token) + "." if len(token) == 2 and token.isupper() else token for token in tokens]
    found, tokens = _cut_titles(tokens)
    generation, tokens = _cut_generation(tokens)
    given, particles, family, is_first = _cut_family(tokens, len(before.split()) if turned else None)
    return Name(
        given=given,
        family=family,
        particles=particles,
        titles=tuple(title.word for title in found),
        nicknames=nicknames,
        generation=generation,
        gender=next((title.gender for title in found if title.gender), None),
        is_regnal=any(title.kind == "regnal" for title in found) and not given,
        is_family_first=is_first or turned,
    )


def _cut_titles(tokens: list[str]) -> tuple[list[Title], list[str]]:
    """The titles that a name begins with, and the rest."""
    listed = titles()
    found: list[Title] = []
    while tokens:
        parts = [listed.get(fold(part)) for part in tokens[0].split("-")]
        if None in parts:
            break
        found += [part for part in parts if part is not None]
        if len(tokens) == 1 and found[-1].is_name_too:
            return found[:-1], tokens
        tokens = tokens[1:]
    return found, tokens


def _cut_generation(tokens: list[str]) -> tuple[str | None, list[str]]:
    """The generation that a name ends with, and the rest without degrees."""
    generation = None
    while len(tokens) > 1:
        word = fold(tokens[-1])
        # `V.` is an initial, `V` behind one name a numeral.
        if word in GENERATIONS or (word in NUMERALS and tokens[-1].isupper() and not tokens[-1].endswith(".")):
            generation = GENERATIONS.get(word, word)
        elif word not in DEGREES or not tokens[-1].replace(".", "").isupper():
            break
        tokens = tokens[:-1]
    return generation, tokens


def _cut_family(
    tokens: list[str], family_length: int | None
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], bool]:
    """(given, particles, family, whether the family name stands first) of a name without titles."""
    if not tokens:
        return (), (), (), False
    if family_length is None and _is_family_first(tokens):
        return _words(tokens[1:]), (), _words(tokens[:1]), True
    capitals = [token for token in tokens if len(token) > 2 and token.isupper() and "." not in token]
    if family_length is None and len(tokens) > 1 and capitals == tokens[:1]:
        # `STEIN Maria`, as the UN writes.
        return _words(tokens[1:]), (), _words(tokens[:1]), True
    start = len(tokens) - (family_length or 1)
    while start > 1 and fold(tokens[start - 1]) in PARTICLES:
        start -= 1
    if start == 1 and fold(tokens[0]) in PARTICLES - {"ben", "al", "e", "y"}:
        start = 0
    given, family = _words(tokens[:start]), _words(tokens[start:])
    core = tuple(word for word in family if word not in PARTICLES) or family[-1:]
    return given, tuple(word for word in family if word in PARTICLES and word not in core), core, False


def _is_family_first(tokens: list[str]) -> bool:
    rest = _words(tokens[1:])
    # `Le Duc Tho`, but `Le Pen`.
    fewest = 2 if fold(tokens[0]) in PARTICLES else 1
    return (
        fewest <= len(rest) <= 3
        and fold(tokens[0]) in families_first()
        and all(len(word) > 1 and SYLLABLES.fullmatch(word) for word in rest)
    )


def _words(tokens: list[str]) -> tuple[str, ...]:
    """Folded words, double names cut apart, initials one letter each."""
    words: list[str] = []
    for token in tokens:
        if INITIALS.fullmatch(token):
            words += [fold(letter) for letter in token if letter.isalpha()]
        else:
            words += [fold(part) for part in token.split("-") if fold(part)]
    return tuple(words)

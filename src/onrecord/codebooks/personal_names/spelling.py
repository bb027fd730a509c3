"""One name in several spellings: what transliterations write differently is folded, before anything is called alike.

The folds undo the differences between romanizations that news uses side by side: BGN/PCGN, ISO 9 and ICAO Doc 9303 for
Cyrillic (Aliyev, Aliev; Zelenskyy, Zelensky), French and English habits for Arabic (Gaddafi, Qadhafi) and Armenian
(Haroutiunian, Harutyunyan), and German umlauts written out.
"""

import re
from functools import lru_cache

from onrecord.codebooks.personal_names.lists import full_forms, near_spellings, spellings

FOLDS = [
    (re.compile(pattern), written)
    for pattern, written in (
        (r"shch|sch", "sh"),
        (r"tsch|tsh|tch", "ch"),
        (r"dzh", "j"),
        (r"dj", "d"),
        (r"ph", "f"),
        (r"gh", "g"),
        (r"dh", "d"),
        (r"bh", "b"),
        (r"tz", "ts"),
        (r"ck|q|c(?=[aour])", "k"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"(?<=.)ou(?=.)|(?<=.)oo(?=.)", "u"),
        (r"(?<=..)ee|ee(?=..)", "i"),
        (r"ae(?!l)", "a"),
        (r"(?<=.)oe(?=.)|^oe", "o"),
        (r"(?<=.)ue(?=.)|^ue", "u"),
        (r"y|(?<=[eiou])j$|j(?=[^aeiou])", "i"),
        (r"i+", "i"),
        (r"^ie", "e"),
        (r"([^aeiou])\1+", r"\1"),
        (r"aa", "a"),
        (r"(?<=..)of$", "ov"),
        (r"(?<=....)[ae]h$", "a"),
    )
]
# Western and Eastern Armenian, Gulf and Levantine Arabic, German and Slavic hear these the other way round.
UNVOICED = str.maketrans("bdgvzc", "ptkfsk")
SHORTEST_SKELETON = 3
SHORTEST_NEAR = 5
FARTHEST_NEAR = 2


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """A folded word as every transliteration of it comes out: `zelenskyy` and `zelenskiy` are `zelenski`."""
    listed = spellings().get(word)
    if listed is not None:
        word = listed
    for pattern, written in FOLDS:
        word = pattern.sub(written, word)
    return word


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The consonants of a folded word, voiced as unvoiced: equal for all words that could be near; a key to look up by.

    >>> skeleton("sargsyan"), skeleton("sarkissian")
    ('srksn', 'srksn')
    """
    heard = sound(word)
    plain = heard.replace("kh", "h").replace("zh", "j")
    for silent in ("[aeiouh]", "[aeiou]"):
        bones = plain[:1] + re.sub(silent, "", plain[1:])
        if len(bones) >= SHORTEST_SKELETON:
            return bones.translate(UNVOICED)
    return heard


def is_near(word: str, other: str) -> bool:
    """Whether two folded words are spelled nearly alike: listed so, or the same consonants and few letters between."""
    if near_spellings().get(word, word) == near_spellings().get(other, other):
        return True
    left, right = sound(word), sound(other)
    if min(len(left), len(right)) < SHORTEST_NEAR or skeleton(word) != skeleton(other):
        return False
    return _distance(left, right) <= FARTHEST_NEAR


def is_short_for(word: str, other: str) -> bool:
    """Whether one of two folded words is a short form of the other, or both can be of a third."""
    forms = full_forms()
    left, right = (frozenset(sound(full) for full in forms.get(each, ())) for each in (word, other))
    return sound(word) in right or sound(other) in left or bool(left & right)


def _distance(left: str, right: str) -> int:
    """How many letters are to be put in, taken out or changed to make one word the other (Levenshtein)."""
    above = list(range(len(right) + 1))
    for row, letter in enumerate(left, 1):
        line = [row]
        for column, other in enumerate(right, 1):
            line.append(min(line[-1] + 1, above[column] + 1, above[column - 1] + (letter != other)))
        above = line
    return above[-1]

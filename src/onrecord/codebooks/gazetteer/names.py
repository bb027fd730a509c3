"""Names of places as keys: folded, every mark for a glottal stop or a soft sign taken for an apostrophe."""

import unicodedata

from onrecord.codebooks.registry.names import folded

# GeoNames writes ‘Ayn, Ma`rib, Ts’khinvali, Sanʻāʼ; newspapers an apostrophe or nothing. Each is one character.
MARKS = str.maketrans(dict.fromkeys("‘’`´ʻʼʽʾʿˈ", "'"))
# Words that begin a name in the languages it is from, and that English leaves out as often as not.
ARTICLES = frozenset("al el ad an ar as ash at az the".split())
SHORTEST = 3
# `KBL`, `DE BER`: GeoNames lists the codes of airports and ports among the names.
LONGEST_CODE = 4


def plain_marks(text: str) -> str:
    """The text with these marks made apostrophes, character for character as long."""
    return text.translate(MARKS)


def key_of(name: str) -> str:
    """The folded words of a name, parted by spaces; empty for one without any."""
    return " ".join(folded(plain_marks(name)))


def is_latin(name: str) -> bool:
    """Whether English news could print a name: Latin letters, a capital first, not a code."""
    letters = [char for char in name if char.isalpha()]
    if len(letters) < SHORTEST or not next(iter(letters)).isupper():
        return False
    if len(letters) <= LONGEST_CODE and name.isupper():
        return False
    return all(
        char < "\u0250" or "\u1e00" <= char <= "\u1eff" or char in "əʻʼʽʾʿ" or _is_latin(char) for char in letters
    )


def _is_latin(char: str) -> bool:
    return unicodedata.name(char, "").startswith("LATIN")

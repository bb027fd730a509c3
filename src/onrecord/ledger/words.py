"""Search words, as people type them, to SQLite's full-text syntax and comparison forms."""

import re
import unicodedata

# Letters with a stroke or of their own that no decomposition takes apart, as people type them on a plain keyboard.
PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ə": "e", "æ": "ae", "œ": "oe", "þ": "th"}
)
TERM = re.compile(r'"([^"]*)"|(\S+)')


def to_match(words: str) -> str | None:
    """An FTS5 query that asks for all the words; `"a phrase"` stays one, `sanct*` asks for a beginning.

    Everything else that a user may type is taken as a word, never as syntax. None where there is no word in it.
    """
    terms = []
    for phrase, word in TERM.findall(words):
        prefix = "*" if word.endswith("*") else ""
        plain = re.sub(r"[^\w\s]+", " ", fold(phrase or word)).strip()
        if plain:
            terms.append(f'"{plain}"{prefix}')
    return " ".join(terms) or None


def fold(text: str) -> str:
    """A text without case and diacritics, for comparing names: Łódź and lodz are one."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(PLAIN))
    return "".join(char for char in decomposed if not unicodedata.combining(char))

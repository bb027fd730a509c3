"""Words as searches compare them: without case and diacritics, and as stems, the same in every database."""

import re
import threading
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

# Letters with a stroke or of their own that no decomposition takes apart, as people type them on a plain keyboard.
PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ə": "e", "æ": "ae", "œ": "oe", "þ": "th"}
)
TERM = re.compile(r'"([^"]*)"|(\S+)')
WORD = re.compile(r"[^\W_]+")

# A stemmer keeps the word it is at, so each thread has its own.
_own = threading.local()


@dataclass(frozen=True, slots=True)
class Sought:
    """Stems that must follow one another; of the last one only the beginning where `is_beginning`."""

    stems: tuple[str, ...]
    is_beginning: bool = False


def to_sought(words: str) -> tuple[Sought, ...]:
    """What a user's words ask for, all of it: `"a phrase"` stays one, `sanct*` asks for a beginning.

    Everything else that a user may type is taken as a word, never as syntax.
    """
    return tuple(
        Sought(stems, word.endswith("*")) for phrase, word in TERM.findall(words) if (stems := stems_of(phrase or word))
    )


def stems_of(text: str) -> tuple[str, ...]:
    """The stems of a text's words in order (Porter's, as full-text indexes have used them since 1980)."""
    return tuple(stem(word) for word in WORD.findall(fold(text)))


@lru_cache(maxsize=262144)
def stem(word: str) -> str:
    """The stem of a folded word: `towers` and `tower` are one."""
    if not hasattr(_own, "porter"):
        _own.porter = snowballstemmer.stemmer("porter")
    found: str = _own.porter.stemWord(word)
    return found


def fold(text: str) -> str:
    """A text without case and diacritics, for comparing names: Łódź and lodz are one."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(PLAIN))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def to_fts5(sought: tuple[Sought, ...]) -> str:
    """The query in SQLite's FTS5 syntax."""
    return " ".join(f'"{" ".join(each.stems)}"{"*" if each.is_beginning else ""}' for each in sought)


def to_tsquery(sought: tuple[Sought, ...]) -> str:
    """The query as PostgreSQL writes a tsquery; it is cast as it stands, so that no parser cuts the stems again."""
    return " & ".join(f"({' <-> '.join(_lexemes(each))})" for each in sought)


def _lexemes(sought: Sought) -> Iterator[str]:
    *before, last = sought.stems
    yield from (f"'{word}'" for word in before)
    yield f"'{last}'{':*' if sought.is_beginning else ''}"

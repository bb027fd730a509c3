"""Words as searches compare them: without case and diacritics, and as stems, the same in every database."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.codebooks.stems import stem

# Letters with a stroke or of their own that no decomposition takes apart, as people type them on a plain keyboard.
PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ə": "e", "æ": "ae", "œ": "oe", "þ": "th"}
)
TERM = re.compile(r'"([^"]*)"|(\S+)')
WORD = re.compile(r"[^\W_]+")


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
    """The stems of a text's words in order."""
    return tuple(stem(word) for word in WORD.findall(fold(text)))


def fold(text: str) -> str:
    """A text without case and diacritics, for comparing names: Łódź and lodz are one."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(PLAIN))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def to_alternatives(phrases: Iterable[str]) -> tuple[tuple[Sought, ...], ...]:
    """What any of some phrases asks for: `cease* fire` both words somewhere, `peace talks` one behind the other."""
    found = (tuple(_parts(phrase)) for phrase in phrases)
    return tuple(each for each in dict.fromkeys(found) if each)


def to_fts5(*conditions: tuple[tuple[Sought, ...], ...]) -> str:
    """The query in SQLite's FTS5 syntax: of each condition one of its alternatives, and of that everything."""
    return " AND ".join(f"({' OR '.join(map(_all_in_fts5, each))})" for each in conditions)


def to_tsquery(*conditions: tuple[tuple[Sought, ...], ...]) -> str:
    """The same as PostgreSQL writes a tsquery; it is cast as it stands, so that no parser cuts the stems again."""
    return " & ".join(f"({' | '.join(map(_all_in_tsquery, each))})" for each in conditions)


def _parts(phrase: str) -> Iterator[Sought]:
    """A phrase as one sequence; in parts where a beginning stands in the midst of it, which no index asks for."""
    *before, last = phrase.split() or [""]
    if any("*" in word for word in before):
        for word in phrase.split():
            if stems_of(word):
                yield Sought(stems_of(word), word.endswith("*"))
    elif stems_of(phrase):
        yield Sought(stems_of(phrase), last.endswith("*"))


def _all_in_fts5(sought: tuple[Sought, ...]) -> str:
    told = (f'"{" ".join(each.stems)}"{"*" if each.is_beginning else ""}' for each in sought)
    return f"({' AND '.join(told)})"


def _all_in_tsquery(sought: tuple[Sought, ...]) -> str:
    return f"({' & '.join(f'({chr(32).join(_sequence(each))})' for each in sought)})"


def _sequence(sought: Sought) -> Iterator[str]:
    for place, lexeme in enumerate(_lexemes(sought)):
        if place:
            yield "<->"
        yield lexeme


def _lexemes(sought: Sought) -> Iterator[str]:
    *before, last = sought.stems
    yield from (f"'{word}'" for word in before)
    yield f"'{last}'{':*' if sought.is_beginning else ''}"
